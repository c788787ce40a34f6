#pragma once
/// An expected failure is a value that says where and what. `Result<T>` holds either the answer or that failure; the
/// core throws nothing, because a C++ exception would reach JavaScript as a bare number.

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace backprop {

struct Error {
    std::string path;     ///< dotted place in the document, "layers.1.weights.0"; empty = the whole
    std::string message;  ///< one plain sentence, "expects 3 numbers, got 2"
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    explicit operator bool() const { return content_.index() == 0; }

    /// Only when there is one: `if (!result) return result.error();` comes first.
    const T& operator*() const { return *held(); }
    T& operator*() { return *held(); }
    const T* operator->() const { return held(); }
    T* operator->() { return held(); }

    const Error& error() const {
        assert(content_.index() == 1);
        return *std::get_if<1>(&content_);
    }

  private:
    const T* held() const {
        assert(content_.index() == 0);
        return std::get_if<0>(&content_);
    }
    T* held() { return const_cast<T*>(std::as_const(*this).held()); }

    std::variant<T, Error> content_;
};

}  // namespace backprop
