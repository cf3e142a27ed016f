#include "engines/irt/numeric/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace nangluc::irt {

void for_each_block(
    std::size_t blocks,
    unsigned threads,
    const std::function<void(std::size_t block, unsigned worker)>& work
) {
    const auto workers =
        static_cast<unsigned>(std::min<std::size_t>(std::max(threads, 1U), blocks));
    if (workers <= 1) {
        for (std::size_t block = 0; block < blocks; ++block) work(block, 0);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr fault;
    std::mutex fault_lock;
    const auto run = [&](unsigned worker) {
        try {
            for (auto block = next++; block < blocks; block = next++) work(block, worker);
        } catch (...) {
            const std::lock_guard guard(fault_lock);
            fault = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> pool;
        for (unsigned worker = 1; worker < workers; ++worker) pool.emplace_back(run, worker);
        run(0);
    }
    if (fault) std::rethrow_exception(fault);
}

}  // namespace nangluc::irt
