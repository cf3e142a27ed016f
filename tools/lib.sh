# Shared by the commands in bin/. Sourced, never run: it leaves the caller at the root of the tree.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
root=$PWD
export PATH="$root/.node/bin:$PATH"
export PYTHONDONTWRITEBYTECODE=1
cores=$(nproc)

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
    warn "$*"
    exit 1
}

# build PRESET [target ...]: configures only when there is nothing to build with yet; Ninja itself
# notices a changed CMake file.
build() {
    local preset=$1
    shift
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >"$(log_of "configure-$preset")"
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cmake --build --preset "$preset" -j "$cores" "${targets[@]}"
}

build_web() { (cd web && npm run --silent build); }

log_of() {
    mkdir -p build/log
    printf 'build/log/%s.log' "$1"
}

# The database server for tests: the one that is named, or our own under build/.
use_postgres() {
    [ -n "${NANGLUC_TEST_POSTGRES:-}" ] && return
    NANGLUC_TEST_POSTGRES=$(tools/postgres start)
    export NANGLUC_TEST_POSTGRES
}

# What the program needs to find its files in this tree. The variables of tests are no settings.
use_tree() {
    unset NANGLUC_TEST_POSTGRES NANGLUC_TEST_ENGINE NANGLUC_UPDATE
    export NANGLUC_WEB_FOLDER="${NANGLUC_WEB_FOLDER:-$root/web/dist}"
    export NANGLUC_SHARE_FOLDER="${NANGLUC_SHARE_FOLDER:-$root/data}"
}
