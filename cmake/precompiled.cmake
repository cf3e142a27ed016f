# The standard headers that nearly every file reads, parsed once for all of them. Left out of the dev
# preset: there ccache does better across branches, and clang-tidy cannot read what g++ has parsed.
option(NANGLUC_PRECOMPILE "Parse the common standard headers once" OFF)

if(NANGLUC_PRECOMPILE)
    # Without these ccache keeps nothing that was compiled with a precompiled header.
    add_compile_options(-fpch-preprocess)
    set(ENV_OF_CCACHE ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
    list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER ${ENV_OF_CCACHE})
    # cc1plus sweeps its memory, the precompiled headers too, before it takes more than so many kB.
    add_compile_options(--param=ggc-min-heapsize=600000)
endif()

set(STANDARD_HEADERS
    <algorithm> <array> <chrono> <concepts> <cstdint> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>
)

# precompile(NAME header ... [LINKS target ...]): from here on the layers of this folder, and of those
# below, read these headers as NAME has parsed them, beside the standard ones.
macro(precompile name)
    if(NANGLUC_PRECOMPILE)
        cmake_parse_arguments(PRECOMPILE "" "" "LINKS" ${ARGN})
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
        add_library(${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/${name}.cpp)
        target_link_libraries(${name} PRIVATE ${PRECOMPILE_LINKS})
        target_precompile_headers(
            ${name} PRIVATE ${STANDARD_HEADERS} ${PRECOMPILE_UNPARSED_ARGUMENTS}
        )
        set(PRECOMPILED ${name})
    endif()
endmacro()

precompile(precompiled)

# use_precompiled(TARGET [option ...]): what was parsed without optimisation does not fit a target
# whose own options optimise.
function(use_precompiled target)
    if(NOT NANGLUC_PRECOMPILE OR (ARGN MATCHES "-O" AND NOT CMAKE_CXX_FLAGS MATCHES "-O[23]"))
        return()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${PRECOMPILED})
endfunction()
