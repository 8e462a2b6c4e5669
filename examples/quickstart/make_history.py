#!/usr/bin/env python3
"""Writes history.jsonl: a made-up chat history, the same one on every run.

    python3 make_history.py > history.jsonl
"""

import json
import random
import sys
from datetime import datetime, timezone

NAMES = ["小林", "Chloé", "José", "مريم", "Zoë", "Кирилл", "さくら"]
PLACES = [
    ("人民广场", 31.2304, 121.4737),
    ("Gare de Lyon 🚉", 48.8443, 2.3744),
    ("سوق واقف", 25.2867, 51.5333),
    ("Café São Bento", -23.5505, -46.6333),
    ("Pōhutukawa Bay", -36.6667, 174.75),
    ("Null Island", 0.0, 0.0),
]
# The text of each group, and characters that have broken many an export.
GROUPS = {
    "lunch": {
        "start": "2019-03-04",
        "messages": 720,
        "people": ["lin", "chloe", "bao", "mei"],
        "lines": [
            "今天中午吃什么？", "老地方，十二点半见 🍜", "我要一碗牛肉面，多加香菜", "别加香菜！！",
            "下雨了，叫外卖吧", "{name}说今天她请客 🎉", "谁带伞了？", "人均 {n} 元，转给我就行",
            "那家店排队要 {n} 分钟……", "豆腐脑是咸的还是甜的？", "饱了 😌", "Found a noodle place, {n} metres from the office",
            "两点有会，先走了", "点了 {n} 个菜，够了吧", "𠮷野家见", "下次试试新开的那家",
        ],
    },
    "engineering": {
        "start": "2020-01-13",
        "messages": 560,
        "people": ["ada", "kirill", "zoe", "sakura", "build-bot"],
        "lines": [
            "build {n} is red again", "flaky test, I re-ran it", "who owns the importer?", "`a < b && \"c\" \\ d`",
            "line one\nline two\n\tindented", "shipped 🚀", "{name} is on call this week", "rolled back to {n}",
            "the p99 went from {n} ms to 12 ms", "please review #{n}", "it's the time zone. It is always the time zone.",
            "two\u2028lines, and\u2029a paragraph", "Кто-нибудь видел логи за вчера?", "リリースは金曜日じゃないほうがいい",
            "</script><!-- not markup -->", "{{\"json\": \"in a text\", \"n\": {n}}}",
        ],
    },
    "family": {
        "start": "2018-09-01",
        "messages": 480,
        "people": ["maryam", "yusuf", "teta", "karim"],
        "lines": [
            "صباح الخير ☀️", "وصلنا بالسلامة الحمد لله", "متى موعد الغداء يوم الجمعة؟", "الطبخة جاهزة بعد {n} دقيقة",
            "كل عام وأنتم بخير 🎂", "{name} نجحت في الامتحان!", "اشتريت {n} كيلو تمر", "أرسلوا الصور من فضلكم",
            "call me when you're up", "👨‍👩‍👧‍👦❤️", "السَّلامُ عَلَيْكُم", "شكراً \u200fjazilan\u200e 🙏🏽", "نلتقي الساعة {n}:30",
        ],
    },
    "game-night": {
        "start": "2021-06-11",
        "messages": 400,
        "people": ["jose", "priya", "noor", "sam_w"],
        "lines": [
            "GG 🏆", "one more round?", "rolled a {n} 🎲", "e\u0301 is not \u00e9, says the parser", "brb 5 min", "🇧🇷 vs 🇮🇳",
            "Z̸a̷l̵g̶o̸ has joined", "मेरी बारी है", "can't, work tomorrow 😴", "{name} wins again…", "score: {n} : {n}",
            "🤷🏾‍♀️", "who has the rule book", "ok", "¡Otra vez!",
        ],
    },
    "trip-2022": {
        "start": "2022-04-02",
        "messages": 240,
        "people": ["chloe", "hemi", "ana", "lin"],
        "lines": [
            "gate {n}, boarding now ✈️", "où êtes-vous ?", "on the {n} o'clock train", "café au coin, à gauche ☕",
            "I can see the sea 🌊", "hotel wifi: slow", "Kia ora from {name}!", "lost {n} socks so far", "Ångström, naïve, façade",
            "meet here:", "obrigada pela carona 💛", "sunset in {n} minutes",
        ],
    },
}


def text(rng, lines):
    return {"text": rng.choice(lines).format(name=rng.choice(NAMES), n=rng.randint(2, 60))}


def face(rng):
    # Control characters are legal in the data of a face.
    data = rng.choice(["[smile]", "abc\u0000\u0001", "tt\u001f\u007f", "[赞]", ""])
    return {"face": {"index": rng.randint(0, 90), "data": data}}


def location(rng):
    desc, latitude, longitude = rng.choice(PLACES)
    return {"location": {"desc": desc, "latitude": latitude, "longitude": longitude}}


def custom(rng):
    order = {"type": rng.choice(["poll", "bill", "card"]), "id": rng.randint(1, 9999), "题": "选一个"}
    data = json.dumps(order, ensure_ascii=False)
    return {"custom": {"data": data, "desc": "[card]", "ext": "app://card?x=1&y=%E4%BD%A0"}}


def body(rng, lines):
    kind = rng.random()
    if kind < 0.80:
        return [text(rng, lines)]
    if kind < 0.88:
        return [text(rng, lines), face(rng)]
    if kind < 0.92:
        return [face(rng), face(rng), text(rng, lines)]
    if kind < 0.95:
        return [location(rng)]
    if kind < 0.98:
        return [custom(rng)]
    return [text(rng, lines), location(rng), custom(rng), face(rng)]


def pause(rng):
    """Seconds to the next message: within a second, within a talk, or until the next talk."""
    kind = rng.random()
    if kind < 0.12:
        return 0
    return rng.randint(1, 90) if kind < 0.92 else rng.randint(3_600, 200_000)


def messages(rng):
    numbers = rng.sample(range(1 << 32), sum(group["messages"] for group in GROUPS.values()) - 2)
    numbers += [0, (1 << 32) - 1]
    for name, group in GROUPS.items():
        start = datetime.fromisoformat(group["start"]).replace(tzinfo=timezone.utc)
        time = int(start.timestamp()) + 9 * 3_600
        for _ in range(group["messages"]):
            time += pause(rng)
            yield {
                "group": name,
                "from": rng.choice(group["people"]),
                "time": time,
                "random": numbers.pop(),
                "body": body(rng, group["lines"]),
            }


def main():
    # By time over all groups, as an export of a whole app would have them.
    for message in sorted(messages(random.Random(20261123)), key=lambda message: message["time"]):
        line = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
