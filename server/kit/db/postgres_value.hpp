#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// The values of a statement as libpq takes them: texts whose types the server infers, bytes as they
// are. The values must outlive this.
class PostgresParameters {
public:
    explicit PostgresParameters(const Values& values);

    int count() const { return static_cast<int>(texts_.size()); }
    const char* const* texts() const { return texts_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Value& value);

    std::vector<std::string> numbers_;
    std::vector<const char*> texts_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// A text that the server sent for a column of type `oid`.
Value decode(unsigned int oid, const char* text, int length);

// One value of a row of binary COPY for a column of type `oid`, with its length before it. Throws
// std::invalid_argument if the column cannot hold the value.
void append_binary(std::string& out, unsigned int oid, const Value& value);
// In network order.
void append_number(std::string& out, std::uint64_t number, int bytes);

}  // namespace nangluc::db
