package norrhub.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Breaks things, and repairs them. */
final class Faults {
  /** Ends a fault. */
  interface Remedy {
    void repair() throws Exception;
  }

  /** Narrows the run to some kinds, such as {@code DISK_FULL,HUB_KILLED}. */
  private static final String WANTED = System.getProperty("faults.kinds", "");

  private final Scene scene;
  private final Random random;

  Faults(Scene scene, Random random) {
    this.scene = scene;
    this.random = random;
  }

  /** What can break here. */
  Set<FaultKind> possible() {
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    if (scene.broker().isEmpty()) {
      kinds.remove(FaultKind.BROKER_KILLED);
      kinds.remove(FaultKind.BROKER_LINES_CUT);
    }
    if (scene.mail().isEmpty()) {
      kinds.remove(FaultKind.MAIL_DOWN);
      kinds.remove(FaultKind.MAIL_CUT);
    }
    if (!scene.data().whyNoDisk().isEmpty()) {
      kinds.remove(FaultKind.DISK_FULL);
    }
    if (!WANTED.isEmpty()) {
      kinds.retainAll(Stream.of(WANTED.split(",")).map(FaultKind::valueOf).toList());
    }
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("None of -Dfaults.kinds=" + WANTED + " can happen here");
    }
    return kinds;
  }

  /** Seconds for which such a fault lasts. */
  double seconds(FaultKind kind) {
    return switch (kind) {
      case DATABASE_SESSIONS_ENDED, DATABASE_LINES_CUT, BROKER_LINES_CUT -> 0.5;
      case HUB_KILLED -> random.nextDouble() * 2;
      case DISK_FULL -> 4 + random.nextDouble() * 6;
      default -> 2 + random.nextDouble() * 4;
    };
  }

  Remedy begin(FaultKind kind) throws Exception {
    TcpProxy toDatabase = scene.database().door();
    switch (kind) {
      case HUB_KILLED -> {
        boolean all = random.nextInt(4) == 0;
        for (Hub hub : all ? scene.hubs() : List.of(anyHub())) {
          hub.kill();
        }
        return () -> {}; // whoever supervises the hubs starts them again
      }
      case HUB_PAUSED -> {
        List<ProcessHandle> hub = List.of(anyHub().handle());
        Signals.stop(hub);
        return () -> Signals.goOn(hub);
      }
      case DATABASE_KILLED -> {
        scene.database().kill();
        return scene.database()::startAgain;
      }
      case DATABASE_PAUSED -> {
        List<ProcessHandle> all = scene.database().processes();
        Signals.stop(all);
        return () -> Signals.goOn(all);
      }
      case DATABASE_SESSIONS_ENDED -> scene.database().endSessions();
      case DATABASE_LINES_CUT -> toDatabase.cut();
      case DATABASE_HANGS -> {
        toDatabase.hang(true);
        boolean thenCut = random.nextBoolean();
        return () -> {
          if (thenCut) {
            toDatabase.cut();
          }
          toDatabase.heal();
        };
      }
      case SFTP_CUT -> {
        scene.sftp().door().cutAfter(2000 + random.nextInt(90_000));
        return scene.sftp()::heal;
      }
      case SFTP_OPEN_REFUSED -> {
        scene.sftp().refuseToOpen(1 + random.nextInt(2));
        return scene.sftp()::heal;
      }
      case SFTP_MOVE_REFUSED -> {
        scene.sftp().refuseToMove(1 + random.nextInt(3));
        return scene.sftp()::heal;
      }
      case FILE_HALF_WRITTEN -> scene.sftpSenders().forEach(SftpSender::drip);
      case HTTP_BAD_ANSWERS -> {
        WebSender.Mood[] all = WebSender.Mood.values();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          scene.web().next(all[random.nextInt(all.length)]);
        }
        return scene.web()::heal;
      }
      case HTTP_CUT -> {
        scene.web().door().cutAfter(200 + random.nextInt(60_000));
        return scene.web()::heal;
      }
      case MAIL_DOWN -> {
        TcpProxy toMail = scene.mail().orElseThrow().door();
        toMail.refuse(true);
        toMail.cut();
        return toMail::heal;
      }
      case MAIL_CUT -> {
        TcpProxy toMail = scene.mail().orElseThrow().door();
        toMail.cutAfter(300 + random.nextInt(40_000));
        return toMail::heal;
      }
      case BROKER_KILLED -> {
        Broker broker = scene.broker().orElseThrow();
        broker.kill();
        return broker::startAgain;
      }
      case BROKER_LINES_CUT -> scene.broker().orElseThrow().door().cut();
      case DISK_FULL -> {
        scene.data().fill();
        return scene.data()::empty;
      }
      case POISON -> {
        // The driver has the partners send it.
      }
      case SLOW_LINES -> {
        scene.doors().forEach(door -> door.slow(4));
        return () -> scene.doors().forEach(door -> door.slow(0));
      }
    }
    return () -> {};
  }

  private Hub anyHub() {
    return scene.hubs().get(random.nextInt(scene.hubs().size()));
  }
}
