#pragma once

#include <cstddef>
#include <functional>

namespace nangluc::irt {

// Calls `work(block, worker)` once for each block, on up to `threads` threads; a worker is one
// thread's number below `threads`. Which thread takes which block is left to chance, so a result
// must depend on its block alone: then it is the same for any number of threads.
void for_each_block(
    std::size_t blocks,
    unsigned threads,
    const std::function<void(std::size_t block, unsigned worker)>& work
);

}  // namespace nangluc::irt
