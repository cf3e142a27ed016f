# Warnings are errors for our own code; a library's headers are SYSTEM.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror)
# At -O2 g++ 12 takes the alternative that a std::variant does not hold for one it reads.
if(CMAKE_CXX_FLAGS MATCHES "-O[23]")
    add_compile_options(-Wno-maybe-uninitialized)
endif()
# A designated initialiser that leaves members at their defaults does so on purpose.
add_compile_options(-Wno-missing-field-initializers)

if(NANGLUC_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    # AddressSanitizer stops on these too, and their checks double the time to compile.
    add_compile_options(-fno-sanitize=null,alignment,object-size)
    add_link_options(-fsanitize=address,undefined)
endif()

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# Assertions stay on in every build: a broken invariant must stop, not spread.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")
