#pragma once
/// Examples as a value: copies share one list until one of them is changed, so that a network with thousands of
/// examples costs no more to copy than one with a few. They count themselves: a shared_ptr would be half a kB more for
/// the page to load.

#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace backprop {

struct Example {
    std::vector<double> inputs;   ///< (inputs of the first layer)
    std::vector<double> targets;  ///< (units of the last layer)
};

class Examples {
  public:
    using List = std::vector<Example>;

    Examples() : Examples(List{}) {}
    Examples(List list) : shared_(new Shared{std::move(list), 1}) {}
    Examples(std::initializer_list<Example> list) : Examples(List(list)) {}
    Examples(const Examples& other) : shared_(other.shared_) { ++shared_->owners; }
    Examples& operator=(Examples other) {
        std::swap(shared_, other.shared_);
        return *this;
    }
    ~Examples() {
        if (--shared_->owners == 0) delete shared_;
    }

    [[nodiscard]] std::size_t size() const { return shared_->list.size(); }
    [[nodiscard]] bool empty() const { return shared_->list.empty(); }
    [[nodiscard]] const Example& operator[](std::size_t index) const { return shared_->list[index]; }
    [[nodiscard]] List::const_iterator begin() const { return shared_->list.begin(); }
    [[nodiscard]] List::const_iterator end() const { return shared_->list.end(); }
    operator std::span<const Example>() const { return shared_->list; }

    /// To be changed: from here on it is shared with nobody.
    [[nodiscard]] List& own() {
        if (shared_->owners > 1) *this = Examples(shared_->list);
        return shared_->list;
    }

  private:
    struct Shared {
        List list;
        std::size_t owners;
    };

    Shared* shared_;
};

}  // namespace backprop
