// Signatures per second of the npm package, the same claims as runtime/benches/usersig.rs, best of five runs.
const { Api } = require("tls-sig-api-v2");

const KEY = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e";
const ROUNDS = 50_000;

const api = new Api(1400000000, KEY);
let best = Infinity;
let length = 0;
for (let run = 0; run < 5; run += 1) {
  const start = process.hrtime.bigint();
  for (let round = 0; round < ROUNDS; round += 1) {
    length = api.genSig("administrator", 15552000).length;
  }
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(`${"signed".padStart(14)} ${String(Math.round(ROUNDS / best)).padStart(10)} per second`);
console.log(`${"length".padStart(14)} ${String(length).padStart(10)} characters`);
