# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev tsan: tests of what has threads, under the thread sanitizer. The system's Qt is not compiled with it: what it orders
# looks unordered, and true races look ordered by its uninstrumented inside. Hence QtCore, QtNetwork and its TLS backend are
# built with it from the system's own source package, and stand before the system's when the tests run.

readonly TSAN_QT=$ROOT/build/tsan-qt
readonly RACES=$ROOT/build/tsan/races
# What was seen to run under it, and first the two that tell whether the sanitizer can be believed.
readonly TSAN_TESTS=(tsan_finds_a_race tsan_is_silent sync_rules sync_engine sync_random storage_test http_client_test
    http_tls_test telegram_conformance chatwoot_conformance chatwoot_desks_test ui_test)

run_tsan() { # [CTEST ARGS…]
    need_debian_12
    install_for build servers desktop clang threads
    need_instrumented_qt
    say "Building the tests with the thread sanitizer"
    configure_tsan
    cmake --build --preset tsan --parallel "$(jobs)" --target "${TSAN_TESTS[@]}"
    say "Running the tests"
    rm -rf "$RACES" && mkdir -p "$RACES"
    local status=0
    # Programs that a test starts report too: what any of them says is in the folder, whatever its test made of it.
    TSAN_OPTIONS="$(tsan_options):log_path=$RACES/race" LD_LIBRARY_PATH=$TSAN_QT/lib QT_PLUGIN_PATH=$TSAN_QT/plugins \
        ctest --preset tsan --tests-regex "^($(IFS='|' && echo "${TSAN_TESTS[*]}"))\$" --parallel "$(jobs)" "$@" || status=$?
    tell_races
    return $status
}

need_debian_12() {
    [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ] && return 0
    cat >&2 <<TEXT
./dev tsan knows how to build the Qt of Debian 12 with the thread sanitizer, and this is another system.
Build QtCore, QtNetwork and the OpenSSL backend of your Qt's own version with clang and -DFEATURE_sanitize_thread=ON, then run
    cmake --preset tsan -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ && cmake --build --preset tsan
    TSAN_OPTIONS=suppressions=$ROOT/tests/support/tsan.supp LD_LIBRARY_PATH=/where/your/libs/are ctest --preset tsan
TEXT
    exit 1
}

configure_tsan() {
    [ -f build/tsan/build.ninja ] && return 0
    local clang
    clang=$(newest clang)
    configure tsan -DCMAKE_C_COMPILER="$clang" -DCMAKE_CXX_COMPILER="${clang/clang/clang++}"
}

tsan_options() {
    local clang
    clang=$(newest clang)
    echo "exitcode=66:second_deadlock_stack=1:history_size=4:suppressions=$ROOT/tests/support/tsan.supp:external_symbolizer_path=/usr/lib/llvm-${clang#clang-}/bin/llvm-symbolizer"
}

tell_races() {
    local reports
    reports=$(find "$RACES" -type f | wc -l)
    if [ "$reports" -gt 0 ]; then
        grep -h ^SUMMARY: "$RACES"/* | sort | uniq -c | sort -rn >&2
        echo "$reports programs were reported; all that was said is in $RACES" >&2
        exit 1
    fi
    echo "The thread sanitizer has nothing to say."
}

need_instrumented_qt() {
    local version
    version=$(dpkg-query -W -f='${source:Version}' libqt6core6)
    [ "$(cat "$TSAN_QT/.done" 2> /dev/null)" = "$version" ] && return 0
    say "Building QtCore and QtNetwork $version with the thread sanitizer (once; 15 minutes on two cores)"
    rm -rf "$TSAN_QT" && mkdir -p "$TSAN_QT"
    (cd "$TSAN_QT" && fetch_qt_source "$version" && configure_qt && build_qt) > build/tsan-qt.log 2>&1 \
        || { tail -30 build/tsan-qt.log >&2; exit 1; }
    rm -rf "$TSAN_QT/apt" "$TSAN_QT/source" "$TSAN_QT/build"
    echo "$version" > "$TSAN_QT/.done"
}

# By an apt of our own beside the system's, which needs no rights: the mirror is the one that this machine already uses.
fetch_qt_source() { # VERSION; into the folder where this is called
    local mirror options
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' | awk '$2 == "main" && $1 !~ /security|backports/ {print $1; exit}')
    mkdir -p apt/lists/partial apt/cache/archives/partial
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm main" > apt/sources.list
    options=(-q -o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o Dir::State::lists="$PWD/apt/lists" -o Dir::Cache="$PWD/apt/cache" -o APT::Sandbox::User="$(id -un)")
    apt-get "${options[@]}" update && (cd apt && apt-get "${options[@]}" source --download-only "qt6-base=$1") \
        && dpkg-source -x apt/qt6-base_*.dsc source
}

# With the paths of Debian's own, so that plugins and translations are found. The features that QtGui and QtWidgets of the
# system count on are on, and nothing is built that the tests do not load; the tools are the system's.
# Without pidfds Qt starts programs with fork(): the sanitizer does not survive the clone() that it uses otherwise.
configure_qt() {
    local clang lib
    clang=$(newest clang)
    lib=lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)
    cmake -G Ninja -S source -B build -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        -DCMAKE_C_COMPILER="$clang" -DCMAKE_CXX_COMPILER="${clang/clang/clang++}" -DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=mold \
        -DCMAKE_C_FLAGS_RELWITHDEBINFO="-O1 -g1" -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" \
        -DFEATURE_sanitizer=ON -DFEATURE_sanitize_thread=ON \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/$lib/cmake" -DQT_FORCE_FIND_TOOLS=ON \
        -DFEATURE_glib=ON -DFEATURE_icu=ON -DFEATURE_zstd=ON -DFEATURE_mimetype_database=OFF -DFEATURE_forkfd_pidfd=OFF \
        -DFEATURE_gui=OFF -DFEATURE_widgets=OFF -DFEATURE_dbus=OFF -DFEATURE_sql=OFF -DFEATURE_testlib=OFF -DFEATURE_xml=OFF \
        -DFEATURE_concurrent=OFF -DFEATURE_relocatable=OFF -DFEATURE_rpath=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF \
        -DCMAKE_INSTALL_PREFIX=/usr -DINSTALL_LIBDIR="$lib" -DINSTALL_ARCHDATADIR="$lib/qt6" \
        -DINSTALL_PLUGINSDIR="$lib/qt6/plugins" -DINSTALL_TRANSLATIONSDIR=share/qt6/translations \
        || return 1
    # Qt insists on -O3, in which the frames that a report should name are lost.
    sed -i 's/ -O3 / -O1 /' build/build.ninja
}

build_qt() {
    nice ninja -C build Core Network QTlsBackendOpenSSLPlugin && mkdir -p lib plugins && cp -a build/lib/*/libQt6*.so* lib/ \
        && cp -a build/lib/*/qt6/plugins/tls plugins/
}
