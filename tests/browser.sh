#!/usr/bin/env bash
# Builds the documentation site, and looks at its pages and those of samples/Playground in a browser. Installs, on Debian, Chromium and a font; closes with the totals.
# With "pictures" as the first argument it takes the pictures of docs/images anew, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/totals.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# Without a browser the tests that need one are skipped, and say so.
can_install() { command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; }
install() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; }
if [ -z "${SOFTKERNELS_BROWSER:-}" ] && ! command -v chromium >/dev/null && can_install; then
    install chromium fonts-dejavu-core || echo "chromium cannot be installed."
fi
SOFTKERNELS_BROWSER=${SOFTKERNELS_BROWSER:-$(command -v chromium || echo /usr/bin/chromium)}
export SOFTKERNELS_BROWSER

# What dotnet test has built; pictures show times, which optimised code has.
configuration=Debug
if [ "${1:-}" = pictures ]; then
    configuration=Release
    export SOFTKERNELS_PICTURES=1
    shift
    set -- --filter-class '*PictureTests' "$@"
else
    docs/site.sh
    export SOFTKERNELS_SITE=$PWD/artifacts/site
fi

dotnet build tests/Browser.Tests -c "$configuration"
run_tests "tests/Browser.Tests/bin/$configuration/net10.0/SoftKernels.Browser.Tests" "$@"
