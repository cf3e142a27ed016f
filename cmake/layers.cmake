# One folder, one static library. `tests/*.cpp` beside it become one doctest program that links the
# library and nothing else, so a call that the layer may not make does not link either.

# add_layer(NAME [FOLDER DIR] [BY_NOUN] [LINKS target ...] [HIDES target ...]
#           [TEST_LINKS target ...] [OPTIONS option ...])
# BY_NOUN: a folder within is a noun of this layer.
# LINKS are part of the layer's face; HIDES are named in its .cpp files only; with OPTIONS a layer is
# optimised in its own way.
function(add_layer name)
    cmake_parse_arguments(LAYER "BY_NOUN" "FOLDER" "LINKS;HIDES;TEST_LINKS;OPTIONS" ${ARGN})
    if(NOT LAYER_FOLDER)
        set(LAYER_FOLDER ${CMAKE_CURRENT_SOURCE_DIR})
    endif()

    file(GLOB sources CONFIGURE_DEPENDS ${LAYER_FOLDER}/*.cpp)
    if(LAYER_BY_NOUN)
        file(GLOB of_nouns CONFIGURE_DEPENDS ${LAYER_FOLDER}/*/*.cpp)
        list(FILTER of_nouns EXCLUDE REGEX "/tests/")
        list(APPEND sources ${of_nouns})
    endif()
    if(sources)
        add_library(${name} STATIC ${sources})
        set(kind PUBLIC)
    else()
        add_library(${name} INTERFACE)
        set(kind INTERFACE)
    endif()
    target_include_directories(${name} ${kind} ${CMAKE_SOURCE_DIR}/server)
    target_link_libraries(${name} ${kind} ${LAYER_LINKS})
    if(sources)
        target_link_libraries(${name} PRIVATE ${LAYER_HIDES})
        target_compile_options(${name} PRIVATE ${LAYER_OPTIONS})
        use_precompiled(${name} ${LAYER_OPTIONS})
        unite(${name})
    endif()

    add_layer_tests(${name} ${LAYER_FOLDER} ${LAYER_TEST_LINKS})
endfunction()

function(add_layer_tests name folder)
    file(GLOB tests CONFIGURE_DEPENDS ${folder}/tests/*.cpp)
    if(NOT tests)
        return()
    endif()
    add_executable(${name}_test ${tests} ${CMAKE_SOURCE_DIR}/server/testing/main.cpp)
    target_link_libraries(${name}_test PRIVATE ${name} doctest::doctest ${ARGN})
    use_precompiled(${name}_test)
    add_test(NAME ${name} COMMAND ${name}_test)
endfunction()

# The module table is modules.toml; each line `planning = ["organisation", "needs"]` becomes a
# library that links those modules and the kit. The same file feeds the include check.
function(add_modules table)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
    file(STRINGS ${table} lines REGEX "^[a-z]+ *= *\\[")
    foreach(line IN LISTS lines)
        string(REGEX MATCH "^[a-z]+" name "${line}")
        string(REGEX MATCHALL "\"[a-z]+\"" quoted "${line}")
        string(REPLACE "\"" "" depends "${quoted}")
        set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${name})
        if(EXISTS ${folder})
            add_layer(${name} FOLDER ${folder} BY_NOUN LINKS kit engines ${depends} TEST_LINKS test_kit)
            optimise_lightly(${name})
            set_property(GLOBAL APPEND PROPERTY NANGLUC_MODULES ${name})
        endif()
    endforeach()
endfunction()

# For layers that wait for the database more than they reckon: at -O1 they compile a third faster.
# What reckons is in the engines and the kit, which keep the flags of the preset.
function(optimise_lightly name)
    if(CMAKE_CXX_FLAGS MATCHES "-O2")
        target_compile_options(${name} PRIVATE -O1)
    endif()
endfunction()
