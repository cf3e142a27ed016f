#include "base/date.hpp"
#include "base/id.hpp"
#include "kit/json/codec.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

using Kind = Node::Kind;

// Its value is the only member of every Id<Tag>.
class IdCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        if (node.kind != Kind::text) return reader.fault(at, "wrong_type");
        const auto id = parse_id(node.text);
        if (!id) return reader.fault(at, "malformed");
        as<std::int64_t>(into) = id.value();
    }
    void write(std::string& out, const void* from) const override {
        const auto value = as<std::int64_t>(from);
        if (value == 0) {
            out += "null";
            return;
        }
        out += '"';
        write_integer(out, value);
        out += '"';
    }
    std::string schema(Schemas&) const override {
        return R"({"type":"string","pattern":"^[1-9][0-9]{0,18}$"})";
    }
};

class DateCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        if (node.kind == Kind::null) {
            as<Date>(into) = Date::never();
            return;
        }
        if (node.kind != Kind::text) return reader.fault(at, "wrong_type");
        const auto date = parse_date(node.text);
        if (!date) return reader.fault(at, "malformed");
        as<Date>(into) = date.value();
    }
    void write(std::string& out, const void* from) const override {
        const auto& date = as<Date>(from);
        out += date == Date::never() ? "null" : '"' + to_text(date) + '"';
    }
    std::string schema(Schemas&) const override {
        return R"({"type":["string","null"],"format":"date"})";
    }
};

class InstantCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        if (node.kind == Kind::null) {
            as<Instant>(into) = Instant::never();
            return;
        }
        if (node.kind != Kind::text) return reader.fault(at, "wrong_type");
        const auto instant = parse_instant(node.text);
        if (!instant) return reader.fault(at, "malformed");
        as<Instant>(into) = instant.value();
    }
    void write(std::string& out, const void* from) const override {
        const auto& instant = as<Instant>(from);
        out += instant == Instant::never() ? "null" : '"' + to_text(instant) + '"';
    }
    std::string schema(Schemas&) const override {
        return R"({"type":["string","null"],"format":"date-time"})";
    }
};

}  // namespace

const Codec& id_codec() {
    static const IdCodec codec;
    return codec;
}

const Codec& date_codec() {
    static const DateCodec codec;
    return codec;
}

const Codec& instant_codec() {
    static const InstantCodec codec;
    return codec;
}

}  // namespace nangluc::json
