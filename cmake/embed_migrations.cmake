# cmake -DLIST=migrations.txt -DOUTPUT=x.cpp -P embed_migrations.cmake
# Writes the definition of embedded_migrations() from the files named in LIST, one a line:
# <module>/migrations/NNNN_name.sql.
file(STRINGS ${LIST} files)
list(LENGTH files count)

set(entries "")
foreach(path IN LISTS files)
    if(NOT path MATCHES "/([a-z]+)/migrations/0*([1-9][0-9]*)_([a-z0-9_]+)[.]sql$")
        message(FATAL_ERROR "not <module>/migrations/NNNN_name.sql: ${path}")
    endif()
    set(head "\"${CMAKE_MATCH_1}\", ${CMAKE_MATCH_2}, \"${CMAKE_MATCH_3}\"")
    file(READ ${path} text)
    string(APPEND entries "    Migration{${head}, R\"embedded(${text})embedded\"},\n")
endforeach()

file(WRITE ${OUTPUT} "#include <array>

#include \"kit/db/migrations.hpp\"

namespace nangluc::db {
namespace {

constexpr std::array<Migration, ${count}> migrations{
${entries}};

}  // namespace

std::span<const Migration> embedded_migrations() {
    return migrations;
}

}  // namespace nangluc::db
")
