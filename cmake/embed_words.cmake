# cmake -DFOLDER=locales -DOUTPUT=x.cpp -P embed_words.cmake
# Writes the definition of embedded_roster_words(language) from vi.po and en.po.
foreach(language vi en)
    file(READ ${FOLDER}/${language}.po ${language})
endforeach()

file(WRITE ${OUTPUT} "#include \"modules/organisation/roster_import/roster_words.hpp\"

namespace nangluc::organisation {

std::string_view embedded_roster_words(bool in_english) {
    if (in_english) return R\"embedded(${en})embedded\";
    return R\"embedded(${vi})embedded\";
}

}  // namespace nangluc::organisation
")
