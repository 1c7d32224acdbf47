package norrhub.config;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a configuration file, made from the record it is bound to. */
public final class SchemaOf {
  private static final SchemaGenerator GENERATOR = generator();

  private SchemaOf() {}

  /** What the values must be once each <code>${NAME}</code> is looked up; nothing is shared. */
  public static ObjectNode type(Class<?> type) {
    synchronized (GENERATOR) {
      return GENERATOR.generateSchema(type);
    }
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder schema =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.FLATTENED_OPTIONALS)
            .with(new JacksonModule(JacksonOption.SKIP_SUBTYPE_LOOKUP))
            .with(new JakartaValidationModule());
    schema
        .forTypesInGeneral()
        .withPropertySorter((unused, unusedToo) -> 0) // as the record declares them
        .withCustomDefinitionProvider(SchemaOf::text)
        .withTypeAttributeOverride(
            (node, scope, context) -> SchemaRules.ofType(node, scope.getType().getErasedType()));
    schema
        .forFields()
        .withIgnoreCheck(SchemaOf::onlyFileName)
        .withTargetTypeOverridesResolver(SchemaOf::insideOptional)
        .withRequiredCheck(SchemaOf::required)
        .withInstanceAttributeOverride((node, field, context) -> SchemaRules.ofField(node, field));
    return new SchemaGenerator(schema.build());
  }

  /** Texts of a form of their own, enums, secrets, and the parts that another package knows. */
  private static @Nullable CustomDefinition text(
      ResolvedType resolved, SchemaGenerationContext context) {
    Class<?> type = resolved.getErasedType();
    ObjectNode node = context.getGeneratorConfig().createObjectNode();
    if (type.equals(Map.class)) {
      return new CustomDefinition(map(resolved.getTypeParameters(), context), true);
    }
    if (type.equals(Section.class)) {
      return new CustomDefinition(node.put("type", "object"), true);
    }
    if (type.equals(Secret.class)) {
      node.put("type", "string").put("format", Reference.SECRET_FORMAT);
      node.put("pattern", Reference.PATTERN).put(SchemaRules.WANTS, Reference.WANTS);
      return new CustomDefinition(node, true);
    }
    WrittenAs written = type.getAnnotation(WrittenAs.class);
    if (written != null) {
      return new CustomDefinition(SchemaRules.of(written), true);
    }
    if (type.isEnum()) {
      node.put("type", "string").putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        node.withArray("enum").add(word((Enum<?>) constant));
      }
      return new CustomDefinition(node, true);
    }
    return TextType.of(type)
        .map(known -> node.put("type", "string").put("format", known.format()))
        .map(definition -> new CustomDefinition(definition, true))
        .orElse(null);
  }

  /** A map; where its keys are an enum, only the enum's words are keys. */
  private static ObjectNode map(List<ResolvedType> keyAndValue, SchemaGenerationContext context) {
    ObjectNode node = context.getGeneratorConfig().createObjectNode().put("type", "object");
    Class<?> key = keyAndValue.get(0).getErasedType();
    if (!key.isEnum()) {
      node.set("additionalProperties", context.createDefinition(keyAndValue.get(1)));
      return node;
    }
    for (Object constant : key.getEnumConstants()) {
      node.withObjectProperty("properties")
          .set(word((Enum<?>) constant), context.createDefinition(keyAndValue.get(1)));
    }
    return node.put("additionalProperties", false);
  }

  /** How files write an enum constant: {@code FULL_TIME} is {@code full-time}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean onlyFileName(FieldScope field) {
    FileName fileName = field.getAnnotation(FileName.class);
    return fileName != null && !fileName.unlessGiven();
  }

  private static @Nullable List<ResolvedType> insideOptional(FieldScope field) {
    return field.getType() != null && field.getType().getErasedType().equals(Optional.class)
        ? List.of(field.getType().getTypeParameters().get(0))
        : null;
  }

  private static boolean required(FieldScope field) {
    Class<?> type = field.getRawMember().getType();
    Size size = field.getAnnotation(Size.class);
    boolean mayBeEmpty = isOneOf(type, List.class, Map.class) && (size == null || size.min() == 0);
    return !mayBeEmpty
        && !isOneOf(type, Optional.class)
        && field.getAnnotation(Default.class) == null
        && field.getAnnotation(FileName.class) == null;
  }

  private static boolean isOneOf(Class<?> type, Class<?>... wanted) {
    return Arrays.asList(wanted).contains(type);
  }
}
