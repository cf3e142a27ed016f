# The standard headers that nearly every file reads, parsed once for all of them. Left out of the dev
# preset: there ccache does better across branches, and clang-tidy cannot read what g++ has parsed.
option(NANGLUC_PRECOMPILE "Parse the common standard headers once" OFF)

if(NANGLUC_PRECOMPILE)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
    add_library(precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_precompile_headers(precompiled PRIVATE
        <algorithm> <array> <chrono> <concepts> <cstdint> <functional> <map> <memory> <optional>
        <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>
    )
    # Without these ccache keeps nothing that was compiled with a precompiled header.
    add_compile_options(-fpch-preprocess)
    set(ENV_OF_CCACHE ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
    list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER ${ENV_OF_CCACHE})
endif()

# use_precompiled(TARGET [option ...]): what was parsed without optimisation does not fit a target
# whose own options optimise.
function(use_precompiled target)
    if(NOT NANGLUC_PRECOMPILE OR (ARGN MATCHES "-O" AND NOT CMAKE_CXX_FLAGS MATCHES "-O[23]"))
        return()
    endif()
    target_precompile_headers(${target} REUSE_FROM precompiled)
endfunction()
