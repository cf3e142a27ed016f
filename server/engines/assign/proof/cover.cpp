#include "engines/assign/proof/cover.hpp"

#include <utility>

namespace nangluc::proof {

using Part = std::pair<std::vector<const Leaf*>, std::size_t>;  // leaves, answers agreed on so far

// The leaves on each side of the next question; nothing where they do not all ask the same.
static std::optional<std::pair<Part, Part>> divide(const Part& part) {
    const auto& [leaves, depth] = part;
    std::pair<Part, Part> sides{{{}, depth + 1}, {{}, depth + 1}};
    for (const auto* leaf : leaves) {
        if (leaf->answers.size() <= depth) return std::nullopt;
        const auto& answer = leaf->answers[depth];
        if (!answer.same_question(leaves.front()->answers[depth])) return std::nullopt;
        (answer.at_most ? sides.first : sides.second).first.push_back(leaf);
    }
    return sides;
}

bool cover_everything(const std::vector<Leaf>& leaves) {
    Part root{{}, 0};
    for (const auto& leaf : leaves) root.first.push_back(&leaf);
    std::vector<Part> parts{std::move(root)};
    while (!parts.empty()) {
        const auto part = std::move(parts.back());
        parts.pop_back();
        if (part.first.empty()) return false;
        const bool is_end =
            part.first.size() == 1 && part.first.front()->answers.size() == part.second;
        if (is_end) continue;
        auto sides = divide(part);
        if (!sides) return false;
        parts.push_back(std::move(sides->first));
        parts.push_back(std::move(sides->second));
    }
    return true;
}

}  // namespace nangluc::proof
