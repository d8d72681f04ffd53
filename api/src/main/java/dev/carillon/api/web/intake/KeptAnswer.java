package dev.carillon.api.web.intake;

import org.jspecify.annotations.Nullable;

/// The answer to a request that may be sent again.
record KeptAnswer(int status, @Nullable String contentType, String body) {}
