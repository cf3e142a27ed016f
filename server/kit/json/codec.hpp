#pragma once

// The parts of the mapper that know no type: tables of function pointers, filled by mapper.hpp and
// walked by ordinary code. What a struct costs the compiler is its table, and nothing else.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>
#include <vector>

#include "kit/json/node.hpp"
#include "kit/json/reader.hpp"
#include "kit/json/schema.hpp"

namespace nangluc::json {

// An object behind the pointers that codecs pass.
template <class T>
T& as(void* object) {
    return *static_cast<T*>(object);
}

template <class T>
const T& as(const void* object) {
    return *static_cast<const T*>(object);
}

// How one C++ type is read, written and described. One object a type, made when first asked for.
class Codec {
public:
    enum class Shape { value, optional, list, record };

    virtual ~Codec() = default;
    virtual void read(Reader& reader, const Node& node, const Place& at, void* into) const = 0;
    virtual void write(std::string& out, const void* from) const = 0;
    virtual std::string schema(Schemas& schemas) const = 0;
    virtual Shape shape() const { return Shape::value; }
};

// By pointer to function, so that a type may contain itself.
using CodecOf = const Codec& (*)();

const Codec& boolean_codec();
const Codec& number_codec();
const Codec& text_codec();
const Codec& long_text_codec();
const Codec& exact_codec();
const Codec& raw_codec();
const Codec& id_codec();
const Codec& date_codec();
const Codec& instant_codec();

class IntegerCodec final : public Codec {
public:
    IntegerCodec(std::size_t size, std::int64_t least, std::uint64_t most)
        : size_(size), least_(least), most_(most) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;

private:
    std::size_t size_;
    std::int64_t least_;
    std::uint64_t most_;
};

struct Enumerator {
    const char* name;
    std::int64_t value;
};

class WordCodec final : public Codec {
public:
    WordCodec(std::size_t size, std::span<const Enumerator> words) : size_(size), words_(words) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;

private:
    std::size_t size_;
    std::span<const Enumerator> words_;
};

class OptionalCodec final : public Codec {
public:
    struct Access {
        CodecOf inner;
        void* (*emplace)(void* optional);
        void (*reset)(void* optional);
        const void* (*get)(const void* optional);  // null when there is none
    };

    explicit OptionalCodec(Access access) : access_(access) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;
    Shape shape() const override { return Shape::optional; }
    const Codec& inner() const { return access_.inner(); }

private:
    Access access_;
};

class ListCodec final : public Codec {
public:
    struct Access {
        CodecOf item;
        std::size_t most;
        void* (*append)(void* list);
        std::size_t (*size)(const void* list);
        const void* (*at)(const void* list, std::size_t index);
    };

    explicit ListCodec(Access access) : access_(access) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;
    Shape shape() const override { return Shape::list; }

private:
    Access access_;
};

class MapCodec final : public Codec {
public:
    using Visit = void (*)(void* context, const std::string& name, const void* value);
    struct Access {
        CodecOf value;
        void* (*add)(void* map, std::string name);  // null when the name is there already
        void (*visit)(const void* map, Visit visit, void* context);
    };

    explicit MapCodec(Access access) : access_(access) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;

private:
    Access access_;
};

struct Field {
    std::string_view name;
    CodecOf codec;
    const void* (*in)(const void* record);
};

class RecordCodec final : public Codec {
public:
    // `name` is the type's own schema_name, or empty: then the name of the type is used.
    RecordCodec(const std::type_info& type, std::string_view name, std::span<const Field> fields)
        : type_(type), name_(name), fields_(fields) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;
    Shape shape() const override { return Shape::record; }

    // The object itself, not the reference to its name.
    std::string inline_schema(Schemas& schemas) const;
    std::span<const Field> fields() const { return fields_; }

    static constexpr std::size_t most_fields = 64;

private:
    void read_members(Reader& reader, const Node& node, const Place& at, void* into) const;
    void read_absent(Reader& reader, const Field& field, const Place& at, void* into) const;
    static void* member(const Field& field, void* record);

    const std::type_info& type_;
    std::string_view name_;
    std::span<const Field> fields_;
};

// One of several records, told apart by a member "kind" that stands before theirs.
class VariantCodec final : public Codec {
public:
    struct Alternative {
        std::string_view kind;
        const RecordCodec& (*codec)();
        void* (*emplace)(void* variant);
    };
    struct Access {
        std::span<const Alternative> alternatives;
        std::size_t (*index)(const void* variant);
        const void* (*get)(const void* variant);
    };

    explicit VariantCodec(Access access) : access_(access) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override;
    void write(std::string& out, const void* from) const override;
    std::string schema(Schemas& schemas) const override;

private:
    Access access_;
};

using QueryWords = std::vector<std::pair<std::string, std::string>>;

Result<> read_body(const Codec& codec, std::string_view text, void* into);
Result<> read_words(const Codec& codec, const QueryWords& query, void* into);
std::string query_parameters(const RecordCodec& codec, Schemas& schemas);

}  // namespace nangluc::json
