#include <algorithm>
#include <deque>

#include "kit/json/codec.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

// "filter[unit]" is the parameter "unit" in the group "filter".
struct Words {
    std::string_view group;
    std::string_view name;
};

Words words_of(std::string_view parameter) {
    const auto open = parameter.find('[');
    if (open == 0 || open == std::string_view::npos || !parameter.ends_with(']')) {
        return {{}, parameter};
    }
    return {parameter.substr(0, open), parameter.substr(open + 1, parameter.size() - open - 2)};
}

// The query as an object of texts, with an object for each group.
class Tree {
public:
    explicit Tree(const QueryWords& query) {
        for (const auto& [parameter, value] : query) {
            const auto [group, name] = words_of(parameter);
            members_of(group).push_back({.kind = Node::Kind::text, .name = name, .text = value});
        }
        for (const auto& [name, members] : groups_) {
            top_.push_back({.kind = Node::Kind::object, .name = name, .children = members});
        }
    }

    Node root() const { return {.kind = Node::Kind::object, .children = top_}; }

private:
    struct Group {
        std::string_view name;
        std::vector<Node> members;
    };

    std::vector<Node>& members_of(std::string_view group) {
        if (group.empty()) return top_;
        for (auto& known : groups_) {
            if (known.name == group) return known.members;
        }
        groups_.push_back({group, {}});
        return groups_.back().members;
    }

    std::vector<Node> top_;
    std::deque<Group> groups_;
};

// A parameter that may be left out is still no null.
const Codec& without_optional(const Codec& codec) {
    if (codec.shape() != Codec::Shape::optional) return codec;
    return without_optional(static_cast<const OptionalCodec&>(codec).inner());
}

void describe(
    std::string& out, const RecordCodec& codec, const std::string& group, Schemas& schemas
) {
    for (const auto& field : codec.fields()) {
        const auto name =
            group.empty() ? std::string(field.name) : group + '[' + std::string(field.name) + ']';
        const auto& value = without_optional(field.codec());
        if (value.shape() == Codec::Shape::record) {
            describe(out, static_cast<const RecordCodec&>(value), name, schemas);
            continue;
        }
        const bool is_required = field.codec().shape() == Codec::Shape::value;
        if (!out.empty()) out += ',';
        out += R"({"name":)" + quoted(name) + R"(,"in":"query","required":)" +
               (is_required ? "true" : "false") + R"(,"schema":)" + value.schema(schemas) + '}';
    }
}

}  // namespace

Result<> read_words(const Codec& codec, const QueryWords& query, void* into) {
    const Tree tree(query);
    Reader reader(Reader::Source::query);
    codec.read(reader, tree.root(), {}, into);
    return reader.outcome();
}

std::string query_parameters(const RecordCodec& codec, Schemas& schemas) {
    std::string out;
    describe(out, codec, {}, schemas);
    return '[' + out + ']';
}

}  // namespace nangluc::json
