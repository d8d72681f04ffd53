package dev.carillon.temporal;

import com.uber.m3.tally.Scope;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection to Temporal. Opening it does not wait for the server: the first request does.
public final class TemporalConnection implements AutoCloseable {
  private final TemporalSettings settings;
  private final WorkflowServiceStubs stubs;
  private final DataConverter converter;
  private final WorkflowClient client;

  /// @param metrics where the SDK's metrics go, or null for nowhere
  public TemporalConnection(TemporalSettings settings, @Nullable Scope metrics) {
    this.settings = settings;
    this.stubs = WorkflowServiceStubs.newServiceStubs(options(settings, metrics));
    this.converter = Converters.encrypting(settings.codecKeys());
    this.client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setNamespace(settings.namespace())
                .setDataConverter(converter)
                .build());
  }

  private static WorkflowServiceStubsOptions options(
      TemporalSettings settings, @Nullable Scope metrics) {
    var options = WorkflowServiceStubsOptions.newBuilder().setTarget(settings.address());
    // A server that was restarted is found again within half a second.
    options.setConnectionBackoffResetFrequency(Duration.ofMillis(500));
    options.setGrpcReconnectFrequency(Duration.ofMillis(500));
    options.setRpcLongPollTimeout(Duration.ofSeconds(20));
    if (metrics != null) {
      options.setMetricsScope(metrics);
    }
    var apiKey = settings.apiKey();
    if (apiKey != null) {
      options.addApiKey(() -> apiKey);
    }
    if (settings.tls()) {
      options.setSslContext(ssl(settings));
    }
    return options.validateAndBuildWithDefaults();
  }

  private static SslContext ssl(TemporalSettings settings) {
    try {
      var builder = GrpcSslContexts.forClient();
      if (settings.tlsClientCertificatePath() != null && settings.tlsClientKeyPath() != null) {
        builder.keyManager(
            new File(settings.tlsClientCertificatePath()), new File(settings.tlsClientKeyPath()));
      }
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException("TEMPORAL_TLS_CLIENT_CERT_PATH or its key cannot be read", e);
    }
  }

  /// Starts, signals, updates and queries workflows.
  public WorkflowClient client() {
    return client;
  }

  /// Schedules with the same codec.
  public ScheduleClient schedules() {
    return ScheduleClient.newInstance(
        stubs,
        ScheduleClientOptions.newBuilder()
            .setNamespace(settings.namespace())
            .setDataConverter(converter)
            .build());
  }

  /// The raw stubs, for the registration of search attributes and for health.
  public WorkflowServiceStubs stubs() {
    return stubs;
  }

  public TemporalSettings settings() {
    return settings;
  }

  /// Closes at once; to be called when nothing is asked any more. A poll that is still open would
  /// hold an orderly end up for as long as it may last.
  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
