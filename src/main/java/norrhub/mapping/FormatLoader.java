package norrhub.mapping;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.config.Section;
import norrhub.record.RecordReader;
import norrhub.record.repair.Repair;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes a format of its folder. */
final class FormatLoader {
  private final ConfigFiles files;
  private final List<RecordReader<?>> readers;
  private final List<Repair> repairs;

  FormatLoader(ConfigFiles files, List<RecordReader<?>> readers, List<Repair> repairs) {
    this.files = files;
    this.repairs = List.copyOf(repairs);
    this.readers = List.copyOf(readers);
  }

  Format load(Path folder) throws BadFormat {
    LoadResult<FormatFile> loaded = files.read(folder.resolve("format.yaml"), FormatFile.class);
    FormatFile file = value(loaded);
    return load(folder, loaded, file, reader(loaded, "/reader", file.reader()));
  }

  private <S> Format load(
      Path folder, LoadResult<FormatFile> loaded, FormatFile file, RecordReader<S> reader)
      throws BadFormat {
    S settings = settings(reader, file.reader());
    RecordKeys keys = keys(folder.resolve("format.yaml"), loaded, file);
    Path mapping = folder.resolve("mapping.jslt");
    try {
      Jslt map = Jslt.file(mapping);
      List<Fault> needs = FeedNeeds.faults(loaded, file.needs(), mapping);
      if (!needs.isEmpty()) {
        throw new BadFormat(needs);
      }
      String id = folder.getFileName().toString();
      KnownFields known = new KnownFields(file.ignore());
      Format format =
          new FormatFolder<>(
              id,
              fingerprint(folder),
              reader,
              settings,
              detail(loaded, file),
              keys,
              map,
              file.needs(),
              repairs(loaded, file.repairs()),
              new SourceTexts(file.absent(), file.absentAt(), file.escaped()),
              known);
      Samples.learn(folder, format, known);
      return format;
    } catch (IOException e) {
      throw bad(new Fault(mapping, 1, "cannot be read: " + e));
    }
  }

  private static RecordKeys keys(Path path, LoadResult<FormatFile> loaded, FormatFile file)
      throws BadFormat {
    Jslt key = Jslt.compile(path, loaded.fault("/key", "").line(), file.key());
    Map<String, Jslt> others = new TreeMap<>();
    for (Map.Entry<String, String> other : file.otherKeys().entrySet()) {
      int line = loaded.fault("/otherKeys/" + other.getKey(), "").line();
      others.put(other.getKey(), Jslt.compile(path, line, other.getValue()));
    }
    return new RecordKeys(key, file.sameKey(), others);
  }

  private List<Repair> repairs(LoadResult<FormatFile> loaded, List<String> names) throws BadFormat {
    List<Repair> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      found.add(
          repairs.stream()
              .filter(repair -> repair.name().equals(name))
              .findFirst()
              .orElseThrow(unknownRepair(loaded, "/repairs/" + i, name)));
    }
    return List.copyOf(found);
  }

  private Supplier<BadFormat> unknownRepair(LoadResult<FormatFile> loaded, String at, String name) {
    List<String> known = repairs.stream().map(Repair::name).sorted().toList();
    String meant =
        ClosestMatch.of(name, known).map(near -> ", did you mean `" + near + "`?").orElse("");
    String text = "no repair is called `%s`%s: %s".formatted(name, meant, String.join(", ", known));
    return () -> bad(loaded.fault(at, text));
  }

  private Optional<DetailReader<?>> detail(LoadResult<FormatFile> loaded, FormatFile file)
      throws BadFormat {
    if (file.detail().isEmpty()) {
      return Optional.empty();
    }
    DetailFile detail = file.detail().get();
    RecordReader<?> reader = reader(loaded, "/detail/reader", detail.reader());
    return Optional.of(detail(reader, detail, repairs(loaded, file.repairs())));
  }

  private <S> DetailReader<S> detail(
      RecordReader<S> reader, DetailFile detail, List<Repair> repairs) throws BadFormat {
    return new DetailReader<>(reader, settings(reader, detail.reader()), repairs, detail.as());
  }

  /** The one reader that the block at the pointer names. */
  private RecordReader<?> reader(
      LoadResult<FormatFile> loaded, String pointer, Map<String, Section> block) throws BadFormat {
    if (block.size() != 1) {
      throw bad(loaded.fault(pointer, "`reader` must hold one of: " + kinds()));
    }
    Map.Entry<String, Section> entry = block.entrySet().iterator().next();
    for (RecordReader<?> reader : readers) {
      if (reader.kind().equals(entry.getKey())) {
        return reader;
      }
    }
    throw bad(entry.getValue().fault("no reader is called `" + entry.getKey() + "`: " + kinds()));
  }

  private <S> S settings(RecordReader<S> reader, Map<String, Section> block) throws BadFormat {
    return value(files.read(block.values().iterator().next(), reader.settings()));
  }

  private static <T> T value(LoadResult<T> loaded) throws BadFormat {
    if (loaded.value().isEmpty()) {
      throw new BadFormat(loaded.faults());
    }
    return loaded.value().get();
  }

  /** The two files that decide what a record becomes; samples may grow without a second run. */
  private static String fingerprint(Path folder) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(Files.readAllBytes(folder.resolve("format.yaml")));
    digest.update((byte) 0);
    digest.update(Files.readAllBytes(folder.resolve("mapping.jslt")));
    return HexFormat.of().formatHex(digest.digest());
  }

  private String kinds() {
    return readers.stream().map(RecordReader::kind).sorted().collect(joining(", "));
  }

  private static BadFormat bad(Fault fault) {
    return new BadFormat(List.of(fault));
  }
}
