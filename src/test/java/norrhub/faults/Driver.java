package norrhub.faults;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Has the partners send and lets faults happen, one after another and now and then two at once. */
final class Driver {
  private final Scene scene;
  private final Random random;
  private final Faults faults;
  private final PrintStream diary;
  private final List<Input> sent = new ArrayList<>();
  private final Map<FaultKind, Integer> happened = new EnumMap<>(FaultKind.class);
  private final Map<FaultKind, Faults.Remedy> ongoing = new EnumMap<>(FaultKind.class);
  private int endedByThemselves;

  Driver(Scene scene, Random random, PrintStream diary) {
    this.scene = scene;
    this.random = random;
    this.diary = diary;
    this.faults = new Faults(scene, random);
  }

  List<Input> sent() {
    return sent;
  }

  Map<FaultKind, Integer> happened() {
    return happened;
  }

  /** Hubs that ended without being killed. */
  int endedByThemselves() {
    return endedByThemselves;
  }

  /** All partners send their first version, and the hub takes it in peace. */
  void begin() throws Exception {
    scene.hubs().forEach(Hub::awaitUp);
    send(false);
  }

  void letHappen(int count) throws Exception {
    for (FaultKind kind : plan(count)) {
      if (ongoing.keySet().stream().anyMatch(other -> other.part() == kind.part())) {
        repair();
      }
      send(false);
      write(kind.words());
      happened.merge(kind, 1, Integer::sum);
      ongoing.put(kind, faults.begin(kind));
      if (kind == FaultKind.FILE_HALF_WRITTEN || random.nextBoolean()) {
        send(false);
      }
      if (kind == FaultKind.POISON) {
        send(true);
      }
      pause(faults.seconds(kind));
      if (ongoing.size() > 1 || random.nextInt(4) > 0) {
        repair();
      }
    }
    repair();
  }

  /** After everything is repaired: every partner sends once more. */
  void end() throws Exception {
    scene.sftp().heal();
    scene.web().heal();
    scene.doors().forEach(TcpProxy::heal);
    revive(true);
    send(false);
    send(false);
  }

  /** Each kind as often as any other, in any order. */
  private List<FaultKind> plan(int count) {
    List<FaultKind> plan = new ArrayList<>();
    while (plan.size() < count) {
      List<FaultKind> round = new ArrayList<>(faults.possible());
      Collections.shuffle(round, random);
      plan.addAll(round);
    }
    return plan.subList(0, count);
  }

  private void repair() throws Exception {
    boolean killed = ongoing.containsKey(FaultKind.HUB_KILLED);
    for (Faults.Remedy repair : ongoing.values()) {
      repair.repair();
    }
    write("repaired " + ongoing.keySet());
    ongoing.clear();
    if (!killed && scene.hubs().stream().anyMatch(hub -> !hub.isAlive())) {
      endedByThemselves++;
      write("a hub had ended by itself");
    }
    revive(random.nextInt(3) > 0);
    pause(random.nextDouble() * 2.5);
  }

  /** What systemd does. */
  private void revive(boolean wait) throws Exception {
    for (Hub hub : scene.hubs()) {
      for (int tries = 0; !hub.isAlive() || wait && tries == 0; tries++) {
        if (tries > 5) {
          throw new IllegalStateException("A hub does not start any more: " + hub);
        }
        if (!hub.isAlive()) {
          hub.startAgain();
        }
        if (wait) {
          hub.awaitUp();
        }
      }
    }
  }

  private void send(boolean poison) throws Exception {
    for (Sender sender : scene.senders()) {
      List<Input> inputs = poison ? sender.sendPoison(random) : sender.send(random);
      inputs.forEach(input -> write("sent " + input));
      sent.addAll(inputs);
    }
  }

  private void write(String line) {
    diary.printf("%s %s%n", LocalTime.now(ZoneOffset.UTC), line);
  }

  private static void pause(double seconds) throws InterruptedException {
    Thread.sleep((long) (seconds * 1000));
  }
}
