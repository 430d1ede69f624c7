#!/usr/bin/env bash
# Lists what is public and not yet shipped, for each set of frameworks, from what the analyzer misses when the lists are empty.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for framework in netstandard2.0 net8.0; do
    list=$framework/PublicAPI.Unshipped.txt
    echo '#nullable enable' >"$list"
    dotnet build .. --framework "$framework" --no-incremental -p:TreatWarningsAsErrors=false -p:WarningsNotAsErrors=RS0016 >"$log" || { cat "$log"; exit 1; }
    sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" "$log" | LC_ALL=C sort --unique >>"$list"
    echo "$list: $(($(wc -l <"$list") - 1)) symbols"
done
