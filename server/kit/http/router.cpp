#include <algorithm>
#include <stdexcept>

#include "kit/http/http.hpp"

namespace nangluc::http {

// "/plans/{id}" -> "plans", "{id}". A path that does not begin with '/' has no segments.
static std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto segment = path.substr(0, path.find('/'));
        segments.push_back(segment);
        path.remove_prefix(segment.size());
    }
    return segments;
}

static bool is_value(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

static void require_pattern(const std::string& pattern) {
    const auto segments = segments_of(pattern);
    const bool good = !segments.empty() && std::ranges::none_of(segments, [](auto segment) {
        return segment.empty() ||
               (!is_value(segment) && segment.find_first_of("{}") != std::string_view::npos);
    });
    if (!good) throw std::logic_error("not a route pattern: " + pattern);
}

std::size_t Router::node_below(std::size_t parent, const std::string& segment) {
    const std::size_t next = nodes_.size();
    auto& node = nodes_[parent];
    if (is_value(segment)) {
        if (node.value) return *node.value;
        node.value = next;
    } else {
        const auto [place, is_new] = node.literals.emplace(segment, next);
        if (!is_new) return place->second;
    }
    nodes_.emplace_back();
    return next;
}

void Router::add(Operation operation) {
    require_pattern(operation.pattern);
    const bool id_taken = std::ranges::any_of(operations_, [&](const Operation& other) {
        return other.id == operation.id;
    });
    if (operation.id.empty() || id_taken) {
        throw std::logic_error("operation id empty or used twice: " + operation.id);
    }

    std::size_t node = 0;
    for (const auto segment : segments_of(operation.pattern)) {
        node = node_below(node, std::string(segment));
    }
    auto& own = nodes_[node].operations;
    if (!own.empty() && operations_[own.begin()->second].pattern != operation.pattern) {
        throw std::logic_error("one path, two names for its values: " + operation.pattern);
    }
    if (!own.emplace(operation.method, operations_.size()).second) {
        throw std::logic_error("route added twice: " + operation.pattern);
    }
    operations_.push_back(std::move(operation));
}

struct Router::Search {
    Method method;
    std::vector<std::string_view> segments;
    const Operation* found = nullptr;
    std::vector<Method> others = {};
};

void Router::search(std::size_t index, std::size_t depth, Search& search) const {
    const auto& node = nodes_[index];
    if (depth == search.segments.size()) {
        const auto own = node.operations.find(search.method);
        if (own != node.operations.end()) {
            search.found = &operations_[own->second];
            return;
        }
        for (const auto& [method, operation] : node.operations) search.others.push_back(method);
        return;
    }

    const auto segment = search.segments[depth];
    const auto literal = node.literals.find(segment);
    if (literal != node.literals.end()) this->search(literal->second, depth + 1, search);
    if (!search.found && node.value && !segment.empty()) {
        this->search(*node.value, depth + 1, search);
    }
}

static std::map<std::string, std::string> values_of(
    const std::string& pattern, const std::vector<std::string_view>& segments
) {
    std::map<std::string, std::string> values;
    std::size_t place = 0;
    for (const auto part : segments_of(pattern)) {
        if (is_value(part)) values.emplace(part.substr(1, part.size() - 2), segments[place]);
        ++place;
    }
    return values;
}

Router::Match Router::match(Method method, std::string_view path) const {
    Search search{.method = method, .segments = segments_of(path)};
    if (search.segments.empty()) return {};

    this->search(0, 0, search);
    if (search.found) {
        auto values = values_of(search.found->pattern, search.segments);
        return {.operation = search.found, .path_values = std::move(values), .other_methods = {}};
    }
    std::ranges::sort(search.others);
    search.others.erase(
        std::unique(search.others.begin(), search.others.end()), search.others.end()
    );
    return {.operation = nullptr, .path_values = {}, .other_methods = std::move(search.others)};
}

}  // namespace nangluc::http
