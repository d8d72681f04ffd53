package dev.carillon.api.web;

import java.util.UUID;

/// Whose rows a request sees. Routes declare it as a parameter; it never comes from a body.
public record Tenant(UUID id) {}
