# SPDX-License-Identifier: GPL-3.0-or-later
# parley_room(NAME SOURCES … SEES … [USES …])
#
# A room is a folder at the root and a static library of the same name. Its headers are included as
# "room/header.h", and only rooms named in SEES (and what they see) or USES are on the include path: each room is reached
# through a folder of its own in the build tree that holds nothing but a link to it. Hence an include
# against the direction of the links does not compile. tests/house reads rooms.txt, the graph as built.
#
#   SEES  what the room's headers show (public);  USES  what only its sources need (private)
set(PARLEY_ROOMS_FILE ${CMAKE_BINARY_DIR}/rooms.txt)
file(WRITE ${PARLEY_ROOMS_FILE} "")

function(parley_expose_room name)
    set(doorway ${CMAKE_BINARY_DIR}/doors/${name})
    file(MAKE_DIRECTORY ${doorway})
    if(CMAKE_HOST_WIN32 AND NOT EXISTS ${doorway}/${name})
        # A junction needs no privilege on Windows; a symbolic link does.
        file(TO_NATIVE_PATH ${doorway}/${name} link)
        file(TO_NATIVE_PATH ${CMAKE_SOURCE_DIR}/${name} room)
        execute_process(COMMAND cmd /c mklink /J ${link} ${room} COMMAND_ERROR_IS_FATAL ANY)
    else()
        file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${name} ${doorway}/${name} SYMBOLIC)
    endif()
    target_include_directories(parley_${name} PUBLIC ${doorway})
endfunction()

function(parley_room name)
    cmake_parse_arguments(arg "" "" "SOURCES;SEES;USES" ${ARGN})
    add_library(parley_${name} STATIC ${arg_SOURCES})
    add_library(parley::${name} ALIAS parley_${name})
    parley_expose_room(${name})
    target_link_libraries(parley_${name} PUBLIC ${arg_SEES} PRIVATE ${arg_USES})
    foreach(link IN LISTS arg_SEES arg_USES)
        if(link MATCHES "^parley::(.+)$")
            file(APPEND ${PARLEY_ROOMS_FILE} "${name} ${CMAKE_MATCH_1}\n")
        endif()
    endforeach()
endfunction()

# parley_test(NAME SOURCES … SEES …): one Catch2 program, known to ctest as NAME
function(parley_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;SEES;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 1200) # s; a loaded machine under sanitizers
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_SEES} Catch2::Catch2 parley_test_main)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    # 4 is Catch2's word for: everything in it was skipped.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" SKIP_RETURN_CODE 4
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;PARLEY_SOURCE_DIR=${CMAKE_SOURCE_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
endfunction()
