#!/usr/bin/env bash
# The step of the GitHub Action: inputs as variables in, `clean-archive check` run, its exit code out. No input is ever read as
# shell: values become words of an array.
set -euo pipefail

# The release that this action stands for; a command of one's own stands in for it where it is tried out.
run_tool() {
  if [[ -n ${CLEAN_ARCHIVE_COMMAND:-} ]]; then
    "$CLEAN_ARCHIVE_COMMAND" "$@"
  else
    local version
    version=$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
    npx --yes "clean-archive@$version" "$@"
  fi
}

# Words of an input: a line each if there are several lines, else parted by blanks. Globs are not expanded.
words=()
split_words() {
  local text=$1
  words=()
  if [[ $text == *$'\n'* ]]; then
    local line
    while IFS= read -r line || [[ -n $line ]]; do
      line=${line%$'\r'}
      if [[ -n $line ]]; then words+=("$line"); fi
    done <<<"$text"
  else
    IFS=$' \t' read -r -a words <<<"$text" || true
  fi
}

arguments=(check --reporter github --fail-on "${INPUT_FAIL_ON:-error}")

since=${INPUT_SINCE:-${BASE_SHA:-}}
if [[ -n $since && $since != all ]]; then arguments+=(--since "$since"); fi

split_words "${INPUT_MAX:-}"
for limit in ${words[@]+"${words[@]}"}; do arguments+=(--max "$limit"); done

if [[ -n ${INPUT_BASELINE:-} ]]; then arguments+=(--baseline "$INPUT_BASELINE"); fi
if [[ -n ${INPUT_SARIF:-} ]]; then arguments+=(--reporter "sarif:$INPUT_SARIF"); fi
if [[ -n ${INPUT_JUNIT:-} ]]; then arguments+=(--reporter "junit:$INPUT_JUNIT"); fi
if [[ -n ${INPUT_CACHE:-} ]]; then arguments+=(--cache "$INPUT_CACHE"); fi

split_words "${INPUT_ARGS:-}"
arguments+=(${words[@]+"${words[@]}"})

split_words "${INPUT_PATHS:-.}"
if ((${#words[@]} == 0)); then words=(.); fi
arguments+=(-- ${words[@]+"${words[@]}"})

code=0
run_tool "${arguments[@]}" || code=$?
printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
exit "$code"
