#!/usr/bin/env bash
# The one door: builds Whence for both browsers, shows it, tests it, measures it.
# Run `./build.sh help` for the commands. Needs Rust and Node; installs the rest as it needs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Tools that take minutes to build live outside the clone, keyed by version.
CACHE=${WHENCE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/whence}
WASM_TARGET=wasm32-unknown-unknown
# Built for size, the compiler leaves calls of a few instructions standing; to inline those makes the engine
# faster: with 40 by a tenth against 20, with 60 by 4 % again, for 3 KB and 1.4 KB gzipped. What is called
# from many places and seldom runs is kept whole in the code (#[inline(never)]). A stack below a megabyte
# lets the addresses of words be written in a byte less.
SMALL="-Cllvm-args=-inline-threshold=65 -Clink-arg=-zstack-size=786432"
# The smallest calls are inlined before LLVM sees them: 2 % faster, and 0.7 KB less gzipped.
SMALLEST="-Zinline-mir=yes -Zinline-mir-threshold=40 -Zinline-mir-hint-threshold=40"
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
./build.sh test          installs what the tests need and runs them all, in both browsers
./build.sh check         formats, lints and types only
./build.sh bench         measures the budgets of tests/bench/budgets.json
./build.sh table         writes tests/TRUST.md: what the last test and bench --record have seen
./build.sh fuzz [SECS]   fuzzes each target of tests/fuzz that long (default 60 seconds)
./build.sh look [ARG…]   screenshots of pages, card, popup and options in both browsers
./build.sh test-variant  builds dist/test: Whence already allowed on http://localhost and http://127.0.0.1
./build.sh source        packs dist/whence-source.zip, from which a store reviewer can rebuild
./build.sh clean         removes what building made (not the cache in ~/.cache/whence)
TEXT
}

# --- what the machine must have ---------------------------------------------------------------

# Installs Debian packages where apt is there, else says what is missing.
install_packages() {
  local what=$1
  shift
  have apt-get || fail "$what is missing. Install it (on Debian: $*), then run this again."
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || fail "$what is missing and this is not root: run 'apt-get install $*' as root."
    as_root=(sudo)
  fi
  say "Installing $* ($what is missing)"
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
    fail "apt-get could not install $*; see the lines above."
}

need_basics() {
  have cargo || fail "Rust is missing: see https://rustup.rs, or install Debian's cargo."
  have node || fail "Node.js 20 or later is missing."
  have cc || install_packages "a C linker" gcc libc6-dev
  have zip || install_packages "zip" zip
}

need_npm() {
  local stamp=node_modules/.whence-lock
  if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
    say "Installing npm tools"
    npm ci --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json "$stamp"
  fi
}

locked_version() { # the version of crate $1 in Cargo.lock
  awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}

need_wasm_bindgen() {
  local version
  version=$(locked_version wasm-bindgen)
  if have wasm-bindgen && [ "$(wasm-bindgen --version)" = "wasm-bindgen $version" ]; then
    WASM_BINDGEN=wasm-bindgen
    return
  fi
  local root=$CACHE/wasm-bindgen-$version
  WASM_BINDGEN=$root/bin/wasm-bindgen
  if [ ! -x "$WASM_BINDGEN" ]; then
    say "Building wasm-bindgen $version (once; about three minutes)"
    CARGO_TARGET_DIR=$CACHE/target cargo install wasm-bindgen-cli --version "=$version" --root "$root" --quiet >&2
    rm -rf "$CACHE/target"
  fi
}

# Finds a toolchain that can build for wasm. Sets WASM_CARGO, WASM_ENV (the environment of that cargo)
# and WASM_OUT, the folder its builds go to. The engine is linked with a std of its own, built for size
# and without the texts of panics (a third of the module otherwise); it needs std's source.
need_wasm_target() {
  local rustc source
  WASM_OUT=${CARGO_TARGET_DIR:-target}
  if [ "${WHENCE_TOOLCHAIN:-}" != debian ]; then
    rustc=$(command -v rustc)
    if have rustup; then rustc=$(rustup which rustc); fi
    WASM_CARGO=cargo
    source=$("$rustc" --print sysroot)/lib/rustlib/src/rust/library
    if [ ! -d "$source" ] && have rustup; then
      timeout 300 rustup component add rust-src >&2 || true
    fi
    if [ -d "$source" ] && wasm_sysroot "$rustc" cargo; then
      say "Wasm target: $("$rustc" --version | cut -d' ' -f1,2) with a small std"
      return
    fi
    local libraries
    libraries=$("$rustc" --print target-libdir --target $WASM_TARGET)
    if compgen -G "$libraries/libstd-*.rlib" >/dev/null ||
      { have rustup && timeout 300 rustup target add $WASM_TARGET >&2; }; then
      say "Wasm target: as rustup has it; without std's source (component rust-src) the engine is larger"
      WASM_ENV=(CARGO_TARGET_DIR="$WASM_OUT" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$SMALL")
      return
    fi
  fi
  # Where rustup cannot fetch: Debian's rustc, which comes with std's source.
  if [ ! -x /usr/bin/rustc ] || [ ! -d /usr/lib/rustlib ] || ! dpkg -s rust-web-src >/dev/null 2>&1; then
    install_packages "the wasm target (rustup could not fetch it)" rustc-web cargo-web rust-web-src rust-web-llvm
    local lld
    lld=$(apt-cache search --names-only '^lld-[0-9]+$' | awk '{print $1}' | sort -t- -k2 -n | tail -1)
    have wasm-ld || [ -z "$lld" ] || install_packages "a wasm linker" "$lld"
  fi
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

have_chromium() { have chromium || have chromium-browser || have google-chrome; }
have_firefox() { have firefox || have firefox-esr; }

need_browsers() {
  have_chromium || install_packages "Chromium" chromium
  have_firefox || install_packages "Firefox" firefox-esr
  if ! have geckodriver; then
    local version=0.37.0
    local root=$CACHE/geckodriver-$version
    if [ ! -x "$root/bin/geckodriver" ]; then
      say "Building geckodriver $version (once; some minutes)"
      CARGO_TARGET_DIR=$CACHE/target cargo install geckodriver --version "=$version" --root "$root" --quiet >&2
      rm -rf "$CACHE/target"
    fi
    PATH=$root/bin:$PATH
  fi
}

# --- building -----------------------------------------------------------------------------------

build_core() {
  need_basics
  need_npm
  need_wasm_target
  need_wasm_bindgen
  say "Building the engine"
  env "${WASM_ENV[@]}" "$WASM_CARGO" build --quiet --lib --profile wasm --target $WASM_TARGET --locked >&2
  rm -rf extension/core
  mkdir -p extension/core
  "$WASM_BINDGEN" --target web --out-dir extension/core --out-name whence \
    "$WASM_OUT/$WASM_TARGET/wasm/whence.wasm" >&2
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
  rm -f "$out"/core/*.d.ts
  node_modules/.bin/esbuild extension/content/main.js --bundle --format=iife --charset=utf8 \
    --target=chrome140,firefox150 --legal-comments=inline --log-level=warning --outfile="$out/content/content.js"
  # The first-run page reads its sample paragraph with the content script's own modules.
  node_modules/.bin/esbuild extension/welcome/welcome.js --bundle --format=esm --charset=utf8 \
    --target=chrome140,firefox150 --legal-comments=inline --log-level=warning --outfile="$out/welcome/welcome.js"
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
  have unzip || install_packages "unzip" unzip
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

check_steps() {
  have shellcheck || install_packages "shellcheck" shellcheck
  step "shellcheck" shellcheck build.sh .ci/run
  step "rustfmt" cargo fmt --check
  step "clippy" quietly cargo clippy --quiet --all-targets --locked -- -D warnings
  step "prettier" quietly node_modules/.bin/prettier --check --log-level warn .
  step "eslint" node_modules/.bin/eslint --max-warnings 0 .
  step "types" node_modules/.bin/tsc --project tsconfig.json
}

finish() {
  echo "$PASSED passed, $FAILED failed"
  [ "$FAILED" = 0 ]
}

check() {
  need_basics
  need_npm
  [ -f extension/core/whence_bg.wasm ] || build_core
  check_steps
  finish
}

test_all() {
  build
  test_variant built
  need_browsers
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

# Looks for a text, a page or a request that does not hold, $1 seconds a target.
fuzz() {
  local version=0.13.2 root target
  root=$CACHE/cargo-fuzz-$version
  if [ ! -x "$root/bin/cargo-fuzz" ]; then
    say "Building cargo-fuzz $version (once; some minutes)"
    CARGO_TARGET_DIR=$CACHE/target cargo install cargo-fuzz --version "=$version" --root "$root" --quiet >&2
    rm -rf "$CACHE/target"
  fi
  node tests/fuzz/seeds.js target/fuzz/seeds
  for target in scan_text scan_html border; do
    mkdir -p "target/fuzz/corpus/$target"
    # No sanitizer: the core has no unsafe code, and the stable compiler has none.
    CARGO_TARGET_DIR=$PWD/target/fuzz RUSTC_BOOTSTRAP=1 PATH=$root/bin:$PATH \
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
    build
    test_variant built
    need_browsers
    node tests/bench/run.js "${@:2}"
    ;;
  table)
    need_npm
    node tests/bench/table.js
    ;;
  fuzz) fuzz "${2:-60}" ;;
  look)
    build
    test_variant built
    need_browsers
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
