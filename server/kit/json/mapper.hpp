#pragma once

// The templates behind json.hpp: for each C++ type the table that codec.hpp walks.

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <limits>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/money.hpp"
#include "base/period.hpp"
#include "base/word.hpp"
#include "kit/json/codec.hpp"
#include "kit/json/types.hpp"

namespace nangluc::json {

template <class T>
struct CodecFor;

template <class T>
const Codec& codec_for() {
    return CodecFor<T>::get();
}

template <>
struct CodecFor<bool> {
    static const Codec& get() { return boolean_codec(); }
};
template <>
struct CodecFor<double> {
    static const Codec& get() { return number_codec(); }
};
template <>
struct CodecFor<std::string> {
    static const Codec& get() { return text_codec(); }
};
template <>
struct CodecFor<LongText> {
    static const Codec& get() { return long_text_codec(); }
};
template <>
struct CodecFor<Exact> {
    static const Codec& get() { return exact_codec(); }
};
template <>
struct CodecFor<Raw> {
    static const Codec& get() { return raw_codec(); }
};
template <>
struct CodecFor<Date> {
    static const Codec& get() { return date_codec(); }
};
template <>
struct CodecFor<Instant> {
    static const Codec& get() { return instant_codec(); }
};
template <class Tag>
struct CodecFor<Id<Tag>> {
    static const Codec& get() { return id_codec(); }
};

template <std::integral T>
struct CodecFor<T> {
    static const Codec& get() {
        using Limits = std::numeric_limits<T>;
        static const IntegerCodec codec(
            sizeof(T), static_cast<std::int64_t>(Limits::min()), std::uint64_t{Limits::max()}
        );
        return codec;
    }
};
// Amounts that, taken for each of two million people, still have a sum.
template <>
struct CodecFor<Money> {
    static const Codec& get() {
        static constexpr std::int64_t most = 4'000'000'000'000;
        static const IntegerCodec codec(sizeof(Money), -most, std::uint64_t{most});
        return codec;
    }
};

template <Word T>
struct CodecFor<T> {
    static const Codec& get() {
        static const WordCodec codec(sizeof(T), words(boost::describe::describe_enumerators<T>{}));
        return codec;
    }

private:
    template <template <class...> class List, class... D>
    static std::span<const Enumerator> words(List<D...>) {
        static constexpr Enumerator all[] = {{D::name, static_cast<std::int64_t>(D::value)}...};
        return all;
    }
};

template <class T>
struct CodecFor<std::optional<T>> {
    static const Codec& get() {
        using Optional = std::optional<T>;
        static const OptionalCodec codec({
            .inner = codec_for<T>,
            .emplace = [](void* o) -> void* { return &static_cast<Optional*>(o)->emplace(); },
            .reset = [](void* o) { static_cast<Optional*>(o)->reset(); },
            .get = [](const void* o) -> const void* {
                const auto& optional = *static_cast<const Optional*>(o);
                return optional ? &*optional : nullptr;
            },
        });
        return codec;
    }
};

template <class T>
struct CodecFor<std::vector<T>> {
    static_assert(!std::is_same_v<T, bool>, "std::vector<bool> has no items to point to");
    static constexpr std::size_t most = 1000;

    static ListCodec::Access access() {
        using List = std::vector<T>;
        return {
            .item = codec_for<T>,
            .most = most,
            .append = [](void* o) -> void* { return &static_cast<List*>(o)->emplace_back(); },
            .size = [](const void* o) { return static_cast<const List*>(o)->size(); },
            .at = [](const void* o, std::size_t i) -> const void* {
                return &(*static_cast<const List*>(o))[i];
            },
        };
    }
    static const Codec& get() {
        static const ListCodec codec(access());
        return codec;
    }
};

// Its vector is its only member.
template <class T>
struct CodecFor<BigList<T>> {
    static const Codec& get() {
        static const ListCodec codec([] {
            auto access = CodecFor<std::vector<T>>::access();
            access.most = 100'000;
            return access;
        }());
        return codec;
    }
};

template <class T>
struct CodecFor<std::map<std::string, T>> {
    static const Codec& get() {
        using Map = std::map<std::string, T>;
        static const MapCodec codec({
            .value = codec_for<T>,
            .add = [](void* o, std::string name) -> void* {
                const auto [entry, is_new] = static_cast<Map*>(o)->emplace(std::move(name), T{});
                return is_new ? &entry->second : nullptr;
            },
            .visit =
                [](const void* o, MapCodec::Visit visit, void* context) {
                    for (const auto& [name, value] : *static_cast<const Map*>(o)) {
                        visit(context, name, &value);
                    }
                },
        });
        return codec;
    }
};

template <class Pointer>
struct MemberOf;
template <class T, class Member>
struct MemberOf<Member T::*const> {
    using Type = Member;
};

template <class T, auto pointer>
const void* member_of(const void* record) {
    return &(static_cast<const T*>(record)->*pointer);
}

template <class T>
concept NamesItsSchema = requires {
    std::string_view(T::schema_name);
};

template <class T>
requires boost::describe::has_describe_members<T>::value struct CodecFor<T> {
    static const RecordCodec& record() {
        using namespace boost::describe;
        static const RecordCodec codec(
            typeid(T), name(), fields(describe_members<T, mod_public | mod_inherited>{})
        );
        return codec;
    }
    static const Codec& get() { return record(); }

private:
    static constexpr std::string_view name() {
        if constexpr (NamesItsSchema<T>) {
            return T::schema_name;
        } else {
            return {};
        }
    }

    template <template <class...> class List, class... D>
    static std::span<const Field> fields(List<D...>) {
        static_assert(sizeof...(D) <= RecordCodec::most_fields);
        if constexpr (sizeof...(D) == 0) {
            return {};
        } else {
            static constexpr Field all[] = {
                {D::name,
                 codec_for<typename MemberOf<decltype(D::pointer)>::Type>,
                 member_of<T, D::pointer>}...,
            };
            return all;
        }
    }
};

template <class... T>
struct CodecFor<std::variant<T...>> {
    static const Codec& get() {
        using Variant = std::variant<T...>;
        static constexpr VariantCodec::Alternative alternatives[] = {
            {T::kind,
             CodecFor<T>::record,
             [](void* o) -> void* { return &static_cast<Variant*>(o)->template emplace<T>(); }}...,
        };
        static const VariantCodec codec({
            .alternatives = alternatives,
            .index = [](const void* o) { return static_cast<const Variant*>(o)->index(); },
            .get = [](const void* o) -> const void* {
                return std::visit(
                    [](const auto& value) -> const void* { return &value; },
                    *static_cast<const Variant*>(o)
                );
            },
        });
        return codec;
    }
};

template <>
struct CodecFor<Period> {
    static const Codec& get() {
        static constexpr Field fields[] = {
            {"from", codec_for<Date>, member_of<Period, &Period::from>},
            {"until", codec_for<Date>, member_of<Period, &Period::until>},
        };
        static const RecordCodec codec(typeid(Period), {}, fields);
        return codec;
    }
};
template <>
struct CodecFor<AsOf> {
    static const Codec& get() {
        static constexpr Field fields[] = {
            {"on", codec_for<Date>, member_of<AsOf, &AsOf::on>},
            {"known_at", codec_for<Instant>, member_of<AsOf, &AsOf::known_at>},
        };
        static const RecordCodec codec(typeid(AsOf), {}, fields);
        return codec;
    }
};

template <class T>
Result<T> read(std::string_view text) {
    T value{};
    auto outcome = read_body(codec_for<T>(), text, &value);
    if (!outcome) return std::move(outcome.error());
    return value;
}

template <class T>
std::string write(const T& value) {
    std::string out;
    codec_for<T>().write(out, &value);
    return out;
}

template <class T>
std::string schema(Schemas& schemas) {
    return codec_for<T>().schema(schemas);
}

template <class T>
Result<T> read_query(const QueryWords& query) {
    T value{};
    auto outcome = read_words(codec_for<T>(), query, &value);
    if (!outcome) return std::move(outcome.error());
    return value;
}

template <class T>
std::string parameters(Schemas& schemas) {
    return query_parameters(CodecFor<T>::record(), schemas);
}

}  // namespace nangluc::json
