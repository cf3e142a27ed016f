#include <algorithm>

#include "kit/json/codec.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

constexpr std::string_view kind_name = "kind";

}  // namespace

void VariantCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    if (node.kind != Node::Kind::object) return reader.fault(at, "wrong_type");

    std::vector<Node> members(node.children.begin(), node.children.end());
    const auto kind = std::find_if(members.begin(), members.end(), [](const Node& member) {
        return member.name == kind_name;
    });
    const Place kind_at{.above = &at, .name = kind_name};
    if (kind == members.end()) return reader.missing(at, kind_name);
    if (kind->kind != Node::Kind::text) return reader.fault(kind_at, "wrong_type");

    for (const auto& alternative : access_.alternatives) {
        if (alternative.kind != kind->text) continue;
        members.erase(kind);
        const Node rest{.kind = Node::Kind::object, .children = members};
        return alternative.codec().read(reader, rest, at, alternative.emplace(into));
    }
    reader.fault(kind_at, "not_one_of");
}

void VariantCodec::write(std::string& out, const void* from) const {
    const auto& alternative = access_.alternatives[access_.index(from)];
    const auto after_brace = out.size() + 1;
    alternative.codec().write(out, access_.get(from));

    auto kind = quoted(kind_name) + ':' + quoted(alternative.kind);
    if (!alternative.codec().fields().empty()) kind += ',';
    out.insert(after_brace, kind);
}

std::string VariantCodec::schema(Schemas& schemas) const {
    constexpr std::string_view properties = R"("properties":{)";
    constexpr std::string_view required = R"("required":[)";
    std::string out;
    for (const auto& alternative : access_.alternatives) {
        auto schema = alternative.codec().inline_schema(schemas);
        const auto after_required = schema.rfind(required) + required.size();
        const bool is_alone = schema[after_required] == ']';
        schema.insert(after_required, is_alone ? R"("kind")" : R"("kind",)");

        const bool is_empty = alternative.codec().fields().empty();
        auto kind = R"("kind":{"const":)" + quoted(alternative.kind) + (is_empty ? "}" : "},");
        schema.insert(schema.find(properties) + properties.size(), kind);
        out += (out.empty() ? "" : ",") + schema;
    }
    return R"({"oneOf":[)" + out + "]}";
}

}  // namespace nangluc::json
