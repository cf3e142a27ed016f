#include "kit/sheet/bundle.hpp"

#include <zip.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "kit/sheet/temporary_file.hpp"

namespace nangluc::sheet {

static void add(zip_t& zip, const std::string& name, const std::string& text) {
    auto* const source = zip_source_buffer(&zip, text.data(), text.size(), 0);
    const auto at = zip_file_add(&zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (source == nullptr || at < 0) throw std::runtime_error("a zip file cannot be written");
    zip_file_set_mtime(&zip, static_cast<zip_uint64_t>(at), 0, 0);
}

std::string bundle(const std::map<std::string, std::string>& texts) {
    const TemporaryFile file;
    auto* const zip = zip_open(file.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (zip == nullptr) throw std::runtime_error("a zip file cannot be written");
    for (const auto& [name, text] : texts) add(*zip, name, text);
    if (zip_close(zip) != 0) throw std::runtime_error("a zip file cannot be written");
    std::ifstream bytes(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(bytes), std::istreambuf_iterator<char>()};
}

}  // namespace nangluc::sheet
