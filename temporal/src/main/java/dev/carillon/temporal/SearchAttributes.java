package dev.carillon.temporal;

import dev.carillon.policy.SearchKeys;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Registers the search attributes that are missing, at every start of a worker: an upgrade may
/// bring new ones to an old server.
public final class SearchAttributes {
  private static final Logger LOG = LoggerFactory.getLogger(SearchAttributes.class);

  private SearchAttributes() {}

  /// Adds what is missing. Where this is not allowed (Temporal Cloud), logs the command to run.
  public static void register(TemporalConnection connection) {
    var operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(connection.stubs().getRawChannel())
                .validateAndBuildWithDefaults());
    try {
      add(connection, operator);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.PERMISSION_DENIED
          || e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        LOG.warn("search attributes cannot be registered from here; run: {}", command());
        return;
      }
      throw e;
    }
  }

  private static void add(TemporalConnection connection, OperatorServiceStubs operator) {
    var namespace = connection.settings().namespace();
    var known =
        operator
            .blockingStub()
            .withDeadlineAfter(10, TimeUnit.SECONDS)
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
            .getCustomAttributesMap()
            .keySet();
    var request = AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    SearchKeys.ALL.stream()
        .filter(key -> !known.contains(key.getName()))
        .forEach(key -> request.putSearchAttributes(key.getName(), key.getValueType()));
    if (request.getSearchAttributesCount() > 0) {
      operator
          .blockingStub()
          .withDeadlineAfter(10, TimeUnit.SECONDS)
          .addSearchAttributes(request.build());
    }
  }

  private static String command() {
    return SearchKeys.ALL.stream()
        .map(key -> "--name " + key.getName() + " --type " + key.getValueType())
        .collect(Collectors.joining(" ", "temporal operator search-attribute create ", ""));
  }
}
