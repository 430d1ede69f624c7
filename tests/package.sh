#!/usr/bin/env bash
# Packs the package, builds every kind of consumer from it and runs them. Installs, on Debian, what they need; closes with the totals.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/totals.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# Tests that miss one of these are skipped, and say so.
can_install() { command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; }
install() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; }

# For .NET Framework. The facade through which a program there finds what a library for netstandard asks for is in a large package of tools.
mono=artifacts/package/mono
if can_install && ! command -v mono >/dev/null; then
    install mono-runtime || echo "mono-runtime cannot be installed."
fi
if command -v mono >/dev/null && [ ! -e /usr/lib/mono/4.5/Facades/netstandard.dll ]; then
    if [ ! -e "$mono/netstandard.dll" ] && can_install; then
        download=$(mktemp -d)
        (cd "$download" && apt-get download mono-devel && dpkg-deb --extract mono-devel_*.deb . && mkdir -p "$OLDPWD/$mono" \
            && cp usr/lib/mono/4.5/Facades/netstandard.dll "$OLDPWD/$mono") || echo "mono-devel cannot be downloaded."
        rm -r "$download"
    fi
    export MONO_PATH="$PWD/$mono"
fi

# For native code.
if can_install && ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    install clang zlib1g-dev || echo "clang cannot be installed."
fi

dotnet build tests/Package.Tests
SOFTKERNELS_PACKAGE=1 run_tests tests/Package.Tests/bin/Debug/net10.0/SoftKernels.Package.Tests "$@"
