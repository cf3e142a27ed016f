#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace nangluc {

// Why a request was turned down. kit/http/problem.cpp gives each kind its HTTP status; nothing else
// does.
enum class Refusal {
    invalid,          // the input breaks a rule of form or of value
    unauthenticated,  // nobody is signed in
    forbidden,        // inside the reader's tree, but not theirs to do
    not_found,        // absent, or outside the reader's tree: the two are told apart by nobody
    conflict,         // against a rule, given how things stand
    stale,            // the object has changed since the caller read it
    unconditional,    // the caller did not say which version it read
    too_large,
    too_many,
    unavailable,
};

// One fault of an input: where it is (a JSON pointer, a query parameter, a cell) and its code.
struct Fault {
    std::string path;
    std::string code;

    friend bool operator==(const Fault&, const Fault&) = default;
};

// An expected failure: something a correct caller must be ready for. `code` is stable and public
// ("plan.empty"); the web turns it into words, so the server writes no sentence for people.
// A fault (database gone, broken invariant) is never an Error: it is thrown, and becomes a 500.
struct Error {
    Error(Refusal refusal, std::string code, std::vector<Fault> faults = {});
    // Out of line: every TRY moves one.
    Error(const Error&);
    Error(Error&&) noexcept;
    Error& operator=(const Error&);
    Error& operator=(Error&&) noexcept;
    ~Error();

    Refusal refusal;
    std::string code;
    std::vector<Fault> faults;
};

Error invalid(std::string code, std::vector<Fault> faults = {});
Error unauthenticated(std::string code);
Error forbidden(std::string code);
Error not_found(std::string code);
Error conflict(std::string code, std::vector<Fault> faults = {});
Error stale(std::string code);
Error too_large(std::string code);
Error too_many(std::string code);
Error unavailable(std::string code);

// A value, or the reason there is none. Asking for the one that is absent throws.
template <class T = void>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : outcome_(std::move(value)) {}
    Result(Error error) : outcome_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(outcome_); }
    T& value() { return std::get<T>(outcome_); }
    const T& value() const { return std::get<T>(outcome_); }
    Error& error() { return std::get<Error>(outcome_); }
    const Error& error() const { return std::get<Error>(outcome_); }

private:
    std::variant<T, Error> outcome_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    explicit operator bool() const { return !error_; }
    void value() const {}
    Error& error() { return error_.value(); }
    const Error& error() const { return error_.value(); }

private:
    std::optional<Error> error_;
};

template <class T>
T take(Result<T>& result) {
    return std::move(result.value());
}
inline void take(Result<>&) {}

// The value of `expression`; or, if it is a refusal, return that from the enclosing function.
// Not nested inside another TRY: bind the inner value to a name first.
#define TRY(expression)                                        \
    __extension__({                                            \
        auto try_result = (expression);                        \
        if (!try_result) return std::move(try_result.error()); \
        ::nangluc::take(try_result);                           \
    })

}  // namespace nangluc
