package norrhub.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import norrhub.config.Wait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows how much room the data folder's disk has. What is received must be kept before its source
 * may forget it: with too little room the hub stops polling in good order, and goes on by itself.
 */
@Component
public class DiskWatch {
  private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final long MEGABYTE = 1L << 20;

  private final Path data;
  private final DiskSettings settings;
  private final Clock clock;
  private Instant looked = Instant.EPOCH;
  private DiskState last = new DiskState(DiskState.Level.ENOUGH, 0, 0, 0, 0);

  DiskWatch(HubDirectories home, DiskSettings settings, Clock clock) {
    this.data = home.data().toAbsolutePath();
    this.settings = settings;
    this.clock = clock;
  }

  /** As it is now, or was half a second ago. */
  public synchronized DiskState state() {
    Instant now = clock.instant();
    if (new Wait(looked, BETWEEN).isOver(now)) {
      looked = now;
      DiskState state = look();
      tell(last.level(), state);
      last = state;
    }
    return last;
  }

  /** Why nothing is fetched and nothing is sent, where there is too little room for it. */
  public Optional<String> objection() {
    DiskState state = state();
    return state.level() == DiskState.Level.FULL
        ? Optional.of(
            "the disk of %s has %d MB left, less than %d MB (norrhub.disk.stop-below): nothing is"
                    .formatted(data, state.free() / MEGABYTE, state.stopBelow() / MEGABYTE)
                + " polled until there is room")
        : Optional.empty();
  }

  /** That there should be more room, where it is not yet too little. */
  public Optional<String> warning() {
    DiskState state = state();
    return state.level() == DiskState.Level.LOW
        ? Optional.of(
            "the disk of %s has %d MB left, less than %d MB (norrhub.disk.warn-below): make room"
                .formatted(data, state.free() / MEGABYTE, state.warnBelow() / MEGABYTE))
        : Optional.empty();
  }

  private DiskState look() {
    try {
      FileStore disk = Files.getFileStore(Files.exists(data) ? data : data.getRoot());
      long total = disk.getTotalSpace();
      return DiskState.of(
          disk.getUsableSpace(), total, settings.warnBelow(total), settings.stopBelow(total));
    } catch (IOException e) {
      log.debug("the disk of {} cannot be asked for its room", data, e);
      return last;
    }
  }

  private void tell(DiskState.Level before, DiskState now) {
    if (before != now.level()) {
      long free = now.free() / MEGABYTE;
      switch (now.level()) {
        case FULL ->
            log.error(
                "the disk of {} has {} MB left, less than {} MB: nothing is polled until there is"
                    + " room",
                data,
                free,
                now.stopBelow() / MEGABYTE);
        case LOW ->
            log.warn(
                "the disk of {} has {} MB left, less than {} MB: make room{}",
                data,
                free,
                now.warnBelow() / MEGABYTE,
                before == DiskState.Level.FULL ? "; polling goes on" : "");
        case ENOUGH -> log.info("the disk of {} has room again: {} MB", data, free);
      }
    }
  }
}
