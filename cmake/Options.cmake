# SPDX-License-Identifier: GPL-3.0-or-later
# What a developer may switch, and what every target is compiled with.
option(PARLEY_BUILD_TESTS "Build the tests, the sandbox servers and the benchmarks" ON)
set(PARLEY_SANITIZE "" CACHE STRING "Sanitizers for every target: address,undefined or thread; empty for none")
option(PARLEY_FUZZ "Build the fuzz targets (clang only)" OFF)

# moc needs no other room: else clang-tidy would wait for all of them to be built.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)

if(MSVC)
    add_compile_options(/W4 /utf-8)
else()
    add_compile_options(-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Werror=return-type -Werror=unused-result)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_NO_FOREACH)

if(PARLEY_SANITIZE)
    add_compile_options(-fsanitize=${PARLEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${PARLEY_SANITIZE})
endif()

if(PARLEY_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(PARLEY_CCACHE ccache)
if(PARLEY_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PARLEY_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${PARLEY_CCACHE})
endif()
# mold links in a blink, for the day's work. The system's linker lays code that runs once, and code that hardly ever runs,
# apart from the rest: a release takes 3 MiB less memory for it.
find_program(PARLEY_MOLD mold)
if(PARLEY_MOLD)
    add_link_options($<$<NOT:$<CONFIG:Release>>:-fuse-ld=mold>)
endif()
