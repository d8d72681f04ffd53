package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.handset.Handset;
import dev.carillon.sandbox.carrier.media.FrameClock;
import dev.carillon.sandbox.carrier.media.MediaSockets;
import dev.carillon.sandbox.carrier.recording.Recordings;
import dev.carillon.sandbox.carrier.webhook.WebhookSignature;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.faults.Faults;
import dev.carillon.sandbox.ledger.Ledger;
import java.util.function.Supplier;

/// The equipment that all calls share. `publicUrl` is the carrier's own base address, known once it
/// listens.
public record Exchange(
    Account account,
    WorldClock clock,
    Ledger ledger,
    Faults faults,
    FrameClock frames,
    MediaSockets sockets,
    WebhookSignature signature,
    Notices notices,
    Recordings recordings,
    Handset.Equipment handsets,
    Sids sids,
    Supplier<String> publicUrl) {}
