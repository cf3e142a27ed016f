#include "app/commands/plan_files.hpp"

#include <fstream>
#include <sstream>

namespace nangluc::app {

Result<std::string> read_text(const std::filesystem::path& file) {
    const std::ifstream stream(file, std::ios::binary);
    if (!stream || !std::filesystem::is_regular_file(file)) return not_found("file");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

Result<std::map<std::string, std::string>> read_folder(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) return not_found("folder");
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        files[entry.path().filename().string()] = TRY(read_text(entry.path()));
    }
    return files;
}

Result<> write_text(const std::filesystem::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) return conflict("file.unwritable");
    return {};
}

}  // namespace nangluc::app
