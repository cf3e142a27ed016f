#pragma once

#include <string>
#include <string_view>

namespace nangluc {

// libsodium speaks in unsigned char.
inline unsigned char* as_unsigned(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
inline const unsigned char* as_unsigned(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// To be called before the first use of what is random or sealed. Throws where there is no source.
void start_sodium();

}  // namespace nangluc
