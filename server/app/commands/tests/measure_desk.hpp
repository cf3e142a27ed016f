#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/commands/command.hpp"
#include "testing/dom.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::testing {

// A folder with files, and `nangluc measure` over them.
class Desk {
public:
    std::string file(const std::string& name, const std::string& content = {}) const {
        const auto path = folder_.path() / name;
        if (!content.empty()) std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }

    struct Answer {
        int code;
        std::string text;
    };
    // What the command prints, by way of a file.
    Answer run(const app::Arguments& words) const {
        std::fflush(stdout);
        const int kept = dup(STDOUT_FILENO);
        const auto path = file("out");
        FILE* const into = std::fopen(path.c_str(), "w");
        dup2(fileno(into), STDOUT_FILENO);
        const int code = app::measure(words);
        std::fflush(stdout);
        dup2(kept, STDOUT_FILENO);
        close(kept);
        std::fclose(into);
        std::ifstream in(path, std::ios::binary);
        return {code, {std::istreambuf_iterator<char>(in), {}}};
    }

private:
    TestFolder folder_;
};

inline Dom tree_of(const std::string& text) {
    http::Reply reply;
    reply.body = text;
    return dom_of(reply);
}

// Section 6 of the Law School Admission Test, see THIRD_PARTY.md.
inline constexpr auto lsat6 = R"(item1,item2,item3,item4,item5,freq
0,0,0,0,0,3
0,0,0,0,1,6
0,0,0,1,0,2
0,0,0,1,1,11
0,0,1,0,0,1
0,0,1,0,1,1
0,0,1,1,0,3
0,0,1,1,1,4
0,1,0,0,0,1
0,1,0,0,1,8
0,1,0,1,1,16
0,1,1,0,1,3
0,1,1,1,0,2
0,1,1,1,1,15
1,0,0,0,0,10
1,0,0,0,1,29
1,0,0,1,0,14
1,0,0,1,1,81
1,0,1,0,0,3
1,0,1,0,1,28
1,0,1,1,0,15
1,0,1,1,1,80
1,1,0,0,0,16
1,1,0,0,1,56
1,1,0,1,0,21
1,1,0,1,1,173
1,1,1,0,0,11
1,1,1,0,1,61
1,1,1,1,0,28
1,1,1,1,1,298
)";

}  // namespace nangluc::testing
