package norrhub.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this process and all processes of its PostgreSQL server have used of the processors: by
 * Linux's own books, in steps of 10 ms. Other programs on the machine do not count, though they
 * make it slower.
 */
final class CpuClock {
  private static final double TICKS_PER_SECOND = 100;
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int postmaster;

  CpuClock(JdbcClient db) throws IOException {
    int backend = db.sql("select pg_backend_pid()").query(Integer.class).single();
    postmaster = Usage.of(Path.of("/proc/" + backend)).orElseThrow().parent();
  }

  Cpu now() throws IOException {
    long ticks = Usage.of(Path.of("/proc/" + postmaster)).orElseThrow().withEnded();
    for (Usage usage : all()) {
      ticks += usage.parent() == postmaster ? usage.own() : 0;
    }
    return new Cpu(process.getProcessCpuTime() / 1e9, ticks / TICKS_PER_SECOND);
  }

  private static List<Usage> all() throws IOException {
    List<Usage> all = new ArrayList<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      for (Path entry : entries.filter(e -> e.getFileName().toString().matches("\\d+")).toList()) {
        Usage.of(entry).ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * One process in clock ticks.
   *
   * @param withEnded own use and that of all children that have ended
   */
  private record Usage(int parent, long own, long withEnded) {

    /** Empty for a process that is gone. */
    static Optional<Usage> of(Path process) throws IOException {
      try {
        String stat = Files.readString(process.resolve("stat"));
        // The name in front may hold anything, but it ends with the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        long ended = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return Optional.of(new Usage(Integer.parseInt(fields[1]), own, own + ended));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }
}
