#include <algorithm>
#include <bitset>

#include "base/text.hpp"
#include "kit/json/codec.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

using Kind = Node::Kind;

namespace {

// A name is short, because it is repeated in the place of every fault below it.
std::string_view fault_of_name(std::string_view name) {
    constexpr std::size_t most_letters = 200;
    if (name.find('\0') != std::string_view::npos) return "malformed";
    return length(name) > most_letters ? "too_long" : "";
}

}  // namespace

void OptionalCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    const auto& value = inner();
    // An optional of an optional tells "null" (an empty one inside) from "left out".
    if (node.kind == Kind::null && value.shape() != Shape::optional) return access_.reset(into);
    value.read(reader, node, at, access_.emplace(into));
}

void OptionalCodec::write(std::string& out, const void* from) const {
    const void* value = access_.get(from);
    if (value == nullptr) {
        out += "null";
        return;
    }
    inner().write(out, value);
}

std::string OptionalCodec::schema(Schemas& schemas) const {
    auto schema = inner().schema(schemas);
    constexpr std::string_view type = R"({"type":")";
    if (!schema.starts_with(type) || schema.find(R"("enum":)") != std::string::npos) {
        if (schema.find(R"("null")") != std::string::npos) return schema;
        return R"({"anyOf":[)" + schema + R"(,{"type":"null"}]})";
    }
    const auto end = schema.find('"', type.size());
    const auto name = schema.substr(type.size(), end - type.size());
    return R"({"type":[")" + name + R"(","null"])" + schema.substr(end + 1);
}

void ListCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    if (node.kind != Kind::list) {
        // A parameter that may be repeated comes once for each item.
        if (!reader.is_query()) return reader.fault(at, "wrong_type");
        const auto count = access_.size(into);
        if (count == access_.most) return reader.fault(at, "too_many");
        return access_.item().read(reader, node, at, access_.append(into));
    }
    if (node.children.size() > access_.most) return reader.fault(at, "too_many");

    const auto& item = access_.item();
    std::size_t index = 0;
    for (const auto& child : node.children) {
        const Place place{&at, {}, index++, true};
        item.read(reader, child, place, access_.append(into));
    }
}

void ListCodec::write(std::string& out, const void* from) const {
    const auto& item = access_.item();
    const auto count = access_.size(from);
    out += '[';
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        item.write(out, access_.at(from, i));
    }
    out += ']';
}

std::string ListCodec::schema(Schemas& schemas) const {
    return R"({"type":"array","items":)" + access_.item().schema(schemas) + R"(,"maxItems":)" +
           std::to_string(access_.most) + '}';
}

void MapCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    constexpr std::size_t most = 1000;
    if (node.kind != Kind::object) return reader.fault(at, "wrong_type");
    if (node.children.size() > most) return reader.fault(at, "too_many");

    for (const auto& child : node.children) {
        const Place place{&at, child.name};
        if (const auto code = fault_of_name(child.name); !code.empty()) {
            reader.fault(place, code);
            continue;
        }
        void* value = access_.add(into, tidy(child.name));
        if (value == nullptr) {
            reader.fault(place, "duplicate_field");
            continue;
        }
        access_.value().read(reader, child, place, value);
    }
}

void MapCodec::write(std::string& out, const void* from) const {
    struct Members {
        std::string& out;
        const Codec& value;
        bool is_first = true;
    } members{out, access_.value()};

    out += '{';
    access_.visit(
        from,
        [](void* context, const std::string& name, const void* value) {
            auto& into = *static_cast<Members*>(context);
            if (!into.is_first) into.out += ',';
            into.is_first = false;
            write_text(into.out, name);
            into.out += ':';
            into.value.write(into.out, value);
        },
        &members
    );
    out += '}';
}

std::string MapCodec::schema(Schemas& schemas) const {
    return R"({"type":"object","additionalProperties":)" + access_.value().schema(schemas) + '}';
}

void RecordCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    if (node.kind != Kind::object) return reader.fault(at, "wrong_type");
    read_members(reader, node, at, into);
}

void RecordCodec::read_members(Reader& reader, const Node& node, const Place& at, void* into)
    const {
    std::bitset<most_fields> seen;
    for (const auto& child : node.children) {
        const Place place{&at, child.name};
        const auto field =
            std::find_if(fields_.begin(), fields_.end(), [&](const Field& candidate) {
                return candidate.name == child.name;
            });
        if (field == fields_.end()) {
            reader.fault(place, "unknown_field");
            continue;
        }
        const auto& codec = field->codec();
        const auto index = static_cast<std::size_t>(field - fields_.begin());
        const bool may_repeat = reader.is_query() && codec.shape() == Shape::list;
        if (seen[index] && !may_repeat) {
            reader.fault(place, "duplicate_field");
            continue;
        }
        seen.set(index);
        codec.read(reader, child, place, member(*field, into));
    }

    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!seen[i]) read_absent(reader, fields_[i], at, into);
    }
}

void RecordCodec::read_absent(Reader& reader, const Field& field, const Place& at, void* into)
    const {
    const auto& codec = field.codec();
    if (codec.shape() == Shape::optional) return;
    // A query cannot write an empty list or an empty group: absent is how they look.
    if (reader.is_query() && codec.shape() == Shape::list) return;
    if (reader.is_query() && codec.shape() == Shape::record) {
        const Node nothing{.kind = Kind::object};
        const Place place{&at, field.name};
        return codec.read(reader, nothing, place, member(field, into));
    }
    reader.missing(at, field.name);
}

void* RecordCodec::member(const Field& field, void* record) {
    return const_cast<void*>(field.in(record));
}

void RecordCodec::write(std::string& out, const void* from) const {
    out += '{';
    for (const auto& field : fields_) {
        if (&field != fields_.data()) out += ',';
        write_text(out, field.name);
        out += ':';
        field.codec().write(out, field.in(from));
    }
    out += '}';
}

std::string RecordCodec::schema(Schemas& schemas) const {
    const auto name = name_.empty() ? readable_name(type_) : std::string(name_);
    // Claimed before its members are walked, so that a type may contain itself.
    if (schemas.claim(name, type_)) schemas.define(name, inline_schema(schemas));
    return R"({"$ref":"#/components/schemas/)" + name + R"("})";
}

std::string RecordCodec::inline_schema(Schemas& schemas) const {
    std::string properties;
    std::string required;
    for (const auto& field : fields_) {
        if (!properties.empty()) properties += ',';
        properties += quoted(field.name) + ':' + field.codec().schema(schemas);
        if (field.codec().shape() == Shape::optional) continue;
        if (!required.empty()) required += ',';
        required += quoted(field.name);
    }
    return R"({"type":"object","properties":{)" + properties + R"(},"required":[)" + required +
           R"(],"additionalProperties":false})";
}

Result<> read_body(const Codec& codec, std::string_view text, void* into) {
    std::byte buffer[8192];
    std::pmr::monotonic_buffer_resource memory(buffer, sizeof buffer);
    const auto node = TRY(parse(text, memory));
    Reader reader(Reader::Source::body);
    codec.read(reader, node, {}, into);
    return reader.outcome();
}

}  // namespace nangluc::json
