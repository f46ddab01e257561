package county;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import eken.Finding;
import eken.Findings;
import eken.Lang;
import eken.Severity;
import eken.java.EkenFailure;
import io.javalin.http.Context;

/** Why a request was refused, as problem details (RFC 9457). */
final class Problem {
    static final String TYPE = "application/problem+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** A problem of a kind, with what is wrong and how to mend it. */
    Problem(int status, String kind, String detail, String help) {
        this.status = status;
        members.put("type", "urn:eken:problem:" + kind);
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", detail);
        if (!help.isEmpty()) members.put("help", help);
    }

    /** A call of eken that failed. */
    static Problem of(EkenFailure failure, Lang lang) {
        return of(failure, lang, switch (failure.kind()) {
            case READ, PLAN, CALL -> 400;
            case CANCELLED -> 503;
            case INTERNAL -> 500;
        });
    }

    /** The same under a status. */
    static Problem of(EkenFailure failure, Lang lang, int status) {
        Problem made = new Problem(status, failure.kind().name().toLowerCase(), failure.words(lang), failure.help(lang));
        made.members.put("code", failure.code());
        if (failure.place() != null) made.members.put("place", failure.place());
        return made;
    }

    /** A dossier with errors: each with its place and how to mend it. */
    static Problem of(Findings found, Lang lang) {
        String detail = lang == Lang.ZH
            ? "档案有" + found.getErrors() + "处错误、" + found.getWarnings() + "处警告"
            : "the dossier has " + found.getErrors() + " errors and " + found.getWarnings() + " warnings";
        Problem made = new Problem(422, "findings", detail, "");
        made.members.put("errors", list(found, Severity.ERROR));
        made.members.put("warnings", list(found, Severity.WARNING));
        return made;
    }

    private static List<Map<String, Object>> list(Findings found, Severity severity) {
        return found.getFindings().stream().filter(each -> each.getSeverity() == severity).map(Problem::finding).toList();
    }

    private static Map<String, Object> finding(Finding found) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", found.getCode());
        members.put("pointer", found.getPointer());
        members.put("line", found.getLine());
        members.put("column", found.getColumn());
        if (found.getCell() != null) members.put("cell", found.getCell());
        members.put("message", found.getMessage());
        members.put("help", found.getHelp());
        return members;
    }

    /** Answers with it. */
    void send(Context context) {
        try {
            context.status(status).contentType(TYPE).result(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 404 -> "There is no such thing";
            case 413 -> "The body is too large";
            case 422 -> "The dossier has errors";
            case 503 -> "It took too long";
            default -> status < 500 ? "The request is refused" : "A fault of the service";
        };
    }
}
