package dev.carillon.api.web.intake;

import java.io.IOException;

/// A body went over its limit while it was read.
final class BodyTooLarge extends IOException {
  BodyTooLarge() {
    super("the body is larger than allowed");
  }
}
