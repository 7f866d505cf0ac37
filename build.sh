#!/usr/bin/env bash
# The one door: builds Whence for both browsers, shows it, tests it, measures it.
# Run `./build.sh help` for the commands. Needs Rust and Node; says what else is missing and installs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Tools that take minutes to build live outside the clone, keyed by version.
CACHE=${WHENCE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/whence}
WASM_TARGET=wasm32-unknown-unknown
# Another apt-get may be at work: how long it is waited for, in seconds.
LOCK=-oDPkg::Lock::Timeout=300
# Built for speed, but for what makes that large: calls of more than so many instructions stay calls, and loops
# are not unrolled. So it is as fast as built for size with calls of up to 65 inlined, and 4 KB smaller gzipped
# (tests/bench/RECORD.md). What is called from many places and seldom runs is kept whole in the code
# (#[inline(never)]). A stack below a megabyte lets the addresses of words be written in a byte less.
SMALL="-Cllvm-args=-inline-threshold=25 -Cllvm-args=-inlinehint-threshold=25 -Cllvm-args=-unroll-threshold=0"
SMALL="$SMALL -Cllvm-args=-unroll-runtime=false -Clink-arg=-zstack-size=786432"
# The smallest calls are inlined before LLVM sees them: 2 % faster, and 0.7 KB less gzipped.
SMALLEST="-Zinline-mir=yes -Zinline-mir-threshold=32 -Zinline-mir-hint-threshold=40"
SAMPLE=harbour-report # a folder of tests/browser/pages
# Fixed time of every file in the packages, so that two builds give the same bytes.
PACKAGE_TIME=202001010000.00

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

usage() {
  cat <<'TEXT'
./build.sh               builds dist/chrome and dist/firefox, and their zips
./build.sh demo          builds, prints the sample article's claims and sources, opens a browser on it
./build.sh test          runs all tests, in both browsers
./build.sh check         formats, lints and types only
./build.sh bench         measures the budgets of tests/bench/budgets.json
./build.sh table         writes tests/TRUST.md: what the last test and bench --record have seen
./build.sh right [DIR]    writes tests/RIGHT.md: how right the hints are on hand-labelled pages, where they are at hand
./build.sh fuzz [SECS]   fuzzes each target of tests/fuzz and looks for slow texts, each that long (default 60 seconds)
./build.sh mutants ROOM  switches conditions of src/ROOM off, one at a time, and tells which no core test catches
./build.sh look [ARG…]   screenshots of pages, card, popup and options in both browsers; --store: for the stores
./build.sh test-variant  builds dist/test: Whence already allowed on http://localhost and http://127.0.0.1
./build.sh source        packs dist/whence-source.zip, from which a store reviewer can rebuild
./build.sh clean         removes what building made (not the cache in ~/.cache/whence)

Each says what is missing on the machine, then installs it with apt-get. WHENCE_NO_INSTALL=1: it says so
and stops, with nothing installed. Tools of npm and cargo go into node_modules and the cache alone.
TEXT
}

# --- what the machine must have ---------------------------------------------------------------

# What is missing, an entry each: what it is, a tab, and the Debian packages that have it; no package where
# a person must see to it.
MISSING=()
lacks() { MISSING+=("$1"$'\t'"${*:2}"); }

want_node() {
  if ! have node || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    lacks "Node.js, version 20 or later"
  elif ! have npm; then
    lacks "npm" npm
  fi
}

want_basics() {
  have cargo || lacks "Rust: https://rustup.rs, or cargo and rustc of version 1.95 or later"
  want_node
  have cc || lacks "a C linker" gcc libc6-dev
  have zip || lacks "zip" zip
}

# What the engine is built for wasm with, as far as it can be told before (need_wasm_target).
want_wasm() {
  if [ "${WHENCE_TOOLCHAIN:-}" = debian ]; then
    want_debian_wasm
  elif have rustc && ! has_wasm_libraries "$(own_rustc)"; then
    if ! have rustup; then
      want_debian_wasm
    elif ! may_install; then
      lacks "Rust's standard library for wasm: rustup component add rust-src"
    fi
  fi
}

want_debian_wasm() {
  if [ ! -x /usr/bin/rustc ] || [ ! -d /usr/lib/rustlib ] || ! dpkg -s rust-web-src >/dev/null 2>&1; then
    lacks "the wasm target" rustc-web cargo-web rust-web-src rust-web-llvm
    have wasm-ld || lacks "a wasm linker" "$(newest_lld)"
  fi
}

have_chromium() { have chromium || have chromium-browser || have google-chrome; }
have_firefox() { have firefox || have firefox-esr; }

want_browsers() {
  have_chromium || lacks "Chromium" chromium
  have_firefox || lacks "Firefox" firefox-esr
}

want_shellcheck() { have shellcheck || lacks "shellcheck" shellcheck; }
want_unzip() { have unzip || lacks "unzip" unzip; }

may_install() { [ -z "${WHENCE_NO_INSTALL:-}" ]; }

# Runs a command as root.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# The newest linker for wasm that apt knows of; it may have to ask for its lists first.
newest_lld() {
  have apt-cache || return 0
  if [ -z "$(listed_lld)" ] && may_install; then as_root apt-get update -qq $LOCK >&2 || true; fi
  listed_lld
}
listed_lld() { apt-cache search --names-only '^lld-[0-9]+$' | awk '{print $1}' | sort -t- -k2 -n | tail -1; }

# Sees to it that the machine has what the groups named need. All that is missing is said before anything
# is installed; where apt-get cannot or may not help, nothing is.
prepare() {
  local group entry what names more packages=() by_hand=
  MISSING=()
  for group in "$@"; do "want_$group"; done
  [ ${#MISSING[@]} -gt 0 ] || return 0
  say "Missing on this machine:"
  for entry in "${MISSING[@]}"; do
    what=${entry%%$'\t'*} names=${entry#*$'\t'}
    printf '  %s%s\n' "$what" "${names:+ (Debian: $names)}" >&2
    read -ra more <<<"$names"
    packages+=("${more[@]}")
    [ -n "$names" ] || by_hand=yes
  done
  may_install || fail "WHENCE_NO_INSTALL is set, so nothing was installed. Install these, then run this again."
  if [ -n "$by_hand" ] || ! have apt-get; then
    fail "nothing was installed: apt-get has not all of these here. Install them, then run this again."
  fi
  [ "$(id -u)" = 0 ] || have sudo || fail "this is not root: run 'apt-get install ${packages[*]}' as root."
  say "apt-get installs now: ${packages[*]}"
  as_root apt-get update -qq $LOCK >&2 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $LOCK --no-install-recommends "${packages[@]}" >&2 ||
    fail "apt-get could not install ${packages[*]}; see the lines above."
}

need_npm() {
  local stamp=node_modules/.whence-lock
  if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
    say "Installing npm tools"
    npm ci --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json "$stamp"
  fi
}

# Builds a tool once, into folder $2 of the cache, with the versions of its lock file; the rest are cargo's
# own arguments, which name it.
cargo_tool() {
  local what=$1 root=$CACHE/$2
  [ ! -d "$root/bin" ] || return 0
  say "Building $what (once; some minutes)"
  CARGO_TARGET_DIR=$CACHE/target cargo install --quiet --locked --root "$root" "${@:3}" >&2
  rm -rf "$CACHE/target"
}

locked_version() { # the version of crate $1 in lock file $2
  awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' "$2"
}

# Sets BINDGEN, which makes the loader of the engine: our own few lines over wasm-bindgen's library, for
# wasm-bindgen-cli cannot be built with its own lock file (tools/bindgen/Cargo.toml).
need_bindgen() {
  local engine bindgen folder
  engine=$(locked_version wasm-bindgen Cargo.lock)
  bindgen=$(locked_version wasm-bindgen-cli-support tools/bindgen/Cargo.lock)
  [ "$engine" = "$bindgen" ] ||
    fail "Cargo.lock has wasm-bindgen $engine, tools/bindgen/Cargo.lock $bindgen; they must be one."
  folder=bindgen-$bindgen-$(cat tools/bindgen/Cargo.lock tools/bindgen/main.rs | cksum | cut -d' ' -f1)
  cargo_tool "wasm-bindgen $bindgen" "$folder" --path tools/bindgen
  BINDGEN=$CACHE/$folder/bin/whence-bindgen
}

# The compiler itself, where rustup stands before it.
own_rustc() {
  if have rustup; then rustup which rustc; else command -v rustc; fi
}

# Whether rustc $1 has std for wasm, as source or built.
has_wasm_libraries() {
  local sysroot
  sysroot=$("$1" --print sysroot)
  [ -d "$sysroot/lib/rustlib/src/rust/library" ] ||
    compgen -G "$sysroot/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null
}

# Finds a toolchain that can build for wasm. Sets WASM_CARGO, WASM_ENV (the environment of that cargo)
# and WASM_OUT, the folder its builds go to. The engine is linked with a std of its own, built for size
# and without the texts of panics (a third of the module otherwise); it needs std's source.
need_wasm_target() {
  local rustc source
  WASM_OUT=${CARGO_TARGET_DIR:-target}
  if [ "${WHENCE_TOOLCHAIN:-}" != debian ]; then
    rustc=$(own_rustc)
    WASM_CARGO=cargo
    source=$("$rustc" --print sysroot)/lib/rustlib/src/rust/library
    if [ ! -d "$source" ] && have rustup && may_install; then
      say "Fetching the source of Rust's standard library with rustup"
      timeout 300 rustup component add rust-src >&2 || true
    fi
    if [ -d "$source" ] && wasm_sysroot "$rustc" cargo; then
      say "Wasm target: $("$rustc" --version | cut -d' ' -f1,2) with a small std"
      return
    fi
    local libraries
    libraries=$("$rustc" --print target-libdir --target $WASM_TARGET)
    if compgen -G "$libraries/libstd-*.rlib" >/dev/null ||
      { have rustup && may_install && timeout 300 rustup target add $WASM_TARGET >&2; }; then
      say "Wasm target: as rustup has it; without std's source (component rust-src) the engine is larger"
      WASM_ENV=(CARGO_TARGET_DIR="$WASM_OUT" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$SMALL")
      return
    fi
  fi
  # Where rustup cannot fetch: Debian's rustc, which comes with std's source.
  prepare debian_wasm
  WASM_CARGO=/usr/bin/cargo
  WASM_OUT=$WASM_OUT/debian
  wasm_sysroot /usr/bin/rustc /usr/bin/cargo || fail "std could not be built for wasm; see the lines above."
  say "Wasm target: Debian's $(/usr/bin/rustc --version | cut -d' ' -f1,2) with a small std"
}

# Builds std for wasm with the toolchain of rustc $1 and cargo $2, once, and sets WASM_ENV to use it.
wasm_sysroot() {
  local rustc=$1 cargo=$2 version host home sysroot
  # A panic is a trap at once: scanning does not panic, and what would say why, and where, is a third of
  # the module, with paths of the machine that built it.
  local flags="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"
  version=$("$rustc" --version | awk '{print $2}')
  host=$("$rustc" -vV | awk '/^host:/ {print $2}')
  home=$("$rustc" --print sysroot)
  sysroot=$CACHE/sysroot-$version-$("$rustc" -vV | cat - <(echo "$flags") | cksum | cut -d' ' -f1)
  if [ ! -x "$sysroot/rustc" ]; then
    say "Building Rust's standard library for wasm, small (once; about a minute)"
    local work
    work=$(mktemp -d)
    mkdir -p "$work/src" "$work/made/lib/rustlib/$WASM_TARGET/lib"
    : >"$work/src/lib.rs"
    printf '[package]\nname = "sysroot"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
    printf '[profile.release]\npanic = "abort"\nopt-level = "z"\ncodegen-units = 1\nlto = "fat"\n' >>"$work/Cargo.toml"
    (
      cd "$work"
      env -u RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP=1 RUSTC="$rustc" RUSTFLAGS="$flags" CARGO_TARGET_DIR="$work/target" \
        "$cargo" build --quiet --release --target $WASM_TARGET \
        -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size >&2
    ) || {
      rm -rf "$work"
      return 1
    }
    find "$work/target/$WASM_TARGET/release/deps" -name '*.rlib' ! -name 'libsysroot-*' \
      -exec cp {} "$work/made/lib/rustlib/$WASM_TARGET/lib/" \;
    ln -s "$home/lib/rustlib/$host" "$work/made/lib/rustlib/$host"
    # A rustc of its own, so that the path of the cache is not among the flags, which cargo hashes
    # into names: the module has the same bytes wherever it is built.
    printf '#!/bin/sh\nexec "%s" --sysroot "%s" "$@"\n' "$rustc" "$sysroot" >"$work/made/rustc"
    chmod +x "$work/made/rustc"
    mkdir -p "$CACHE"
    rm -rf "$sysroot"
    mv "$work/made" "$sysroot"
    rm -rf "$work"
  fi
  WASM_ENV=(CARGO_TARGET_DIR="$WASM_OUT" RUSTC="$sysroot/rustc" RUSTC_BOOTSTRAP=1
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags $SMALL $SMALLEST")
}

need_geckodriver() {
  ! have geckodriver || return 0
  cargo_tool "geckodriver 0.37.0" geckodriver-0.37.0 geckodriver --version =0.37.0
  PATH=$CACHE/geckodriver-0.37.0/bin:$PATH
}

# --- building -----------------------------------------------------------------------------------

build_core() {
  prepare basics wasm
  need_npm
  need_wasm_target
  need_bindgen
  say "Building the engine"
  env "${WASM_ENV[@]}" "$WASM_CARGO" build --quiet --lib --profile wasm --target $WASM_TARGET --locked >&2
  rm -rf extension/core
  mkdir -p extension/core
  "$BINDGEN" "$WASM_OUT/$WASM_TARGET/wasm/whence.wasm" extension/core whence >&2
  # A function with one caller stays by itself unless it is tiny: whole ones compress better. Small ones go
  # into several callers, and what that leaves behind is taken out again.
  node_modules/.bin/wasm-opt -Oz --flatten --rereloop -Oz -Oz -O3 -Oz -Oz \
    --one-caller-inline-max-function-size=10 --flexible-inline-max-function-size=12 \
    --strip-debug --strip-producers --strip-target-features \
    --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    extension/core/whence_bg.wasm -o extension/core/whence_bg.wasm
}

# Lays the extension out in folder $1: what ships, and nothing else.
lay_out() {
  local out=$1
  rm -rf "$out"
  mkdir -p "$out"
  cp -R extension/. "$out/"
  cp LICENSE LICENSE-MIT LICENSE-APACHE "$out/"
  rm -rf "$out"/core/*.d.ts "$out/store" # what a store is told is no part of what it gives away
  node tools/bundle.js extension/content/main.js "$out/content/content.js" iife
  # The first-run page reads its sample paragraph with the content script's own modules.
  node tools/bundle.js extension/welcome/welcome.js "$out/welcome/welcome.js" esm
  find "$out/content" -type f ! -name content.js ! -name '*.css' -delete
  find "$out" \( -name '*.d.ts' -o -name '*.svg' -o -name 'README*' -o -name '.*' \) -type f -delete
  find "$out" -type d -empty -delete
}

# Changes the manifest in folder $1 by the script $2, to which it is `manifest`.
edit_manifest() {
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const [file, script] = process.argv.slice(1);
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    new Function("manifest", script)(manifest);
    writeFileSync(file, JSON.stringify(manifest, null, 2) + "\n");' "$1/manifest.json" "$2"
}

# Packs folder $1 into zip $2: sorted names, fixed times and modes, no extra fields, whatever the
# machine's time zone and umask.
pack() {
  local folder=$1 archive
  archive=$(pwd)/$2
  rm -f "$archive"
  find "$folder" -type d -exec chmod 755 {} +
  find "$folder" -type f -exec chmod 644 {} +
  TZ=UTC find "$folder" -exec touch -t $PACKAGE_TIME {} +
  (cd "$folder" && find . -type f | sed 's|^\./||' | LC_ALL=C sort | TZ=UTC zip -X -q -9 "$archive" -@)
}

# Lays out what ships for browser $1 in folder $2, and packs it into zip $3.
package() {
  lay_out "$2"
  # Each browser has a panel of its own, and warns of the other's.
  case $1 in
    chrome) edit_manifest "$2" 'delete manifest.sidebar_action' ;;
    firefox)
      edit_manifest "$2" 'delete manifest.side_panel;
        manifest.permissions = manifest.permissions.filter((one) => one !== "sidePanel")'
      ;;
  esac
  pack "$2" "$3"
}

build() {
  build_core
  say "Packing"
  local browser
  for browser in chrome firefox; do
    package "$browser" "dist/$browser" "dist/whence-$browser.zip"
  done
  printf 'engine   %6d bytes, %6d gzipped\n' "$(wc -c <extension/core/whence_bg.wasm)" "$(gzip -9c extension/core/whence_bg.wasm | wc -c)"
  printf 'package  %6d bytes  dist/whence-chrome.zip\n' "$(wc -c <dist/whence-chrome.zip)"
  printf 'package  %6d bytes  dist/whence-firefox.zip\n' "$(wc -c <dist/whence-firefox.zip)"
}

test_variant() {
  if [ "${1:-}" != built ] || [ ! -f extension/core/whence_bg.wasm ]; then build_core; fi
  lay_out dist/test
  edit_manifest dist/test 'manifest.host_permissions = ["http://localhost/*", "http://127.0.0.1/*"]'
  rm -f dist/whence-test.zip
  pack dist/test dist/whence-test.zip
}

# Packs the sources as they stand: of each file that git knows, the words it has now.
source_archive() {
  have git || fail "git is needed to list the sources."
  mkdir -p dist
  local now
  now=$(git stash create)
  git archive --format=zip --output=dist/whence-source.zip "${now:-HEAD}"
  echo "dist/whence-source.zip"
}

# Builds once more from the source archive alone, elsewhere, without git: the same packages, every byte.
rebuild_from_source() {
  if ! git rev-parse --git-dir >/dev/null 2>&1; then
    echo "   no git here, so no source archive: not tried"
    return 0
  fi
  local work browser
  work=$(mktemp -d)
  source_archive >/dev/null
  unzip -q dist/whence-source.zip -d "$work/sources"
  # The tools of npm are those of package-lock.json, here and there.
  cp -Rl node_modules "$work/sources/node_modules" 2>/dev/null || cp -R node_modules "$work/sources/"
  (cd "$work/sources" && env -u CARGO_TARGET_DIR TZ=Pacific/Auckland ./build.sh >"$work/log" 2>&1) || {
    cat "$work/log"
    rm -rf "$work"
    return 1
  }
  for browser in chrome firefox; do
    cmp "dist/whence-$browser.zip" "$work/sources/dist/whence-$browser.zip" || {
      rm -rf "$work"
      return 1
    }
  done
  rm -rf "$work"
}

# --- showing, testing, measuring ------------------------------------------------------------------

demo() {
  build
  test_variant built
  say "Scanning the sample article"
  cargo run --quiet --release --locked --bin whence -- scan --format text "tests/browser/pages/$SAMPLE/page.html"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && { have_firefox || have_chromium; }; then
    node tests/browser/demo.js "$SAMPLE"
  else
    cat <<TEXT

No display or no browser here, so none was opened. To see Whence on a page:
  Chrome   chrome://extensions, Developer mode, Load unpacked, choose $(pwd)/dist/chrome
  Firefox  about:debugging, This Firefox, Load Temporary Add-on, choose $(pwd)/dist/firefox/manifest.json
Screenshots without a display: ./build.sh look
TEXT
  fi
}

PASSED=0
FAILED=0
step() { # runs a named step, times it, counts it
  local name=$1 began=$SECONDS
  shift
  say "— $name"
  if "$@"; then
    PASSED=$((PASSED + 1))
    printf '   %s: passed (%d s)\n' "$name" $((SECONDS - began))
  else
    FAILED=$((FAILED + 1))
    printf '   %s: FAILED (%d s)\n' "$name" $((SECONDS - began))
  fi
}

quietly() { # prints a command's output only if it fails
  local log
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log"
    rm -f "$log"
    return 1
  fi
}

rust_is_formatted() {
  local package
  for package in . tools/bindgen tests/fuzz; do cargo fmt --check --manifest-path "$package/Cargo.toml" || return 1; done
}

check_steps() {
  step "shellcheck" shellcheck build.sh .ci/run
  step "rustfmt" rust_is_formatted
  step "clippy" quietly cargo clippy --quiet --all-targets --locked -- -D warnings
  step "prettier" quietly node_modules/.bin/prettier --check --log-level warn .
  step "eslint" node_modules/.bin/eslint --max-warnings 0 .
  step "types" node_modules/.bin/tsc --project tsconfig.json
  step "documents" node --test --test-reporter=dot tests/package/documents.test.js
}

finish() {
  echo "$PASSED passed, $FAILED failed"
  [ "$FAILED" = 0 ]
}

check() {
  prepare basics shellcheck
  need_npm
  [ -f extension/core/whence_bg.wasm ] || build_core
  check_steps
  finish
}

test_all() {
  prepare basics wasm browsers shellcheck unzip
  build
  test_variant built
  need_geckodriver
  check_steps
  step "core tests" cargo test --quiet --locked --no-fail-fast
  step "shell tests" node --test --test-reporter=dot tests/shell/*.test.js
  step "engine in wasm" node --test --test-reporter=dot tests/wasm/*.test.js
  step "packages" node --test --test-reporter=dot tests/package/*.test.js
  step "packages rebuilt from the source archive" rebuild_from_source
  step "store linter" quietly node_modules/.bin/web-ext lint --source-dir dist/firefox --warnings-as-errors --no-config-discovery
  step "Chromium" node tests/browser/run.js chromium
  step "Firefox" node tests/browser/run.js firefox
  finish
}

# Looks for texts that cost the engine more than their length, $1 seconds long. The flags put a counter at each
# branch; with a target named they are not those of build scripts. tests/linear.rs builds the same.
slow_texts() {
  local host
  host=$(rustc -vV | awk '/^host:/ {print $2}')
  RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 -Cllvm-args=-sanitizer-coverage-trace-pc-guard" \
    cargo run --quiet --locked --profile steps --example slow --target "$host" --target-dir target/steps -- \
    search "$1" "$(date +%s)"
}

# Looks for a text, a page or a request that does not hold, $1 seconds a target, and for slow texts.
fuzz() {
  local target
  prepare basics
  say "Looking for slow texts"
  slow_texts "$1" || fail "texts cost too much: mend what makes them dear, and put them among the hostile ones (tests/bench/hostile)."
  cargo_tool "cargo-fuzz 0.13.2" cargo-fuzz-0.13.2 cargo-fuzz --version =0.13.2
  node tests/fuzz/seeds.js target/fuzz/seeds
  for target in scan_text scan_html border; do
    mkdir -p "target/fuzz/corpus/$target"
    # No sanitizer: the core has no unsafe code, and the stable compiler has none.
    CARGO_TARGET_DIR=$PWD/target/fuzz RUSTC_BOOTSTRAP=1 PATH=$CACHE/cargo-fuzz-0.13.2/bin:$PATH \
      cargo fuzz run --fuzz-dir tests/fuzz --sanitizer none "$target" \
      "target/fuzz/corpus/$target" "tests/fuzz/corpus/$target" "target/fuzz/seeds/$target" -- \
      -dict=tests/fuzz/words.dict -max_total_time="$1" -max_len=2048 -timeout=10
  done
}

case ${1:-build} in
  build) build ;;
  demo) demo ;;
  test) test_all ;;
  check) check ;;
  bench)
    prepare basics wasm browsers
    build
    test_variant built
    need_geckodriver
    node tests/bench/run.js "${@:2}"
    ;;
  table)
    prepare node
    need_npm
    node tests/bench/table.js
    ;;
  right)
    prepare basics node
    need_npm
    cargo build --release --locked --bin whence
    node tests/bench/right.js "${@:2}"
    ;;
  fuzz) fuzz "${2:-60}" ;;
  mutants)
    prepare basics
    node tools/mutants.js "${@:2}"
    ;;
  look)
    prepare basics wasm browsers
    build
    test_variant built
    need_geckodriver
    node tests/browser/look.js "${@:2}"
    ;;
  test-variant)
    test_variant
    echo "dist/test"
    ;;
  source) source_archive ;;
  clean) rm -rf dist target extension/core node_modules ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
