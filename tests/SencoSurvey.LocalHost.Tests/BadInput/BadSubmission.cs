using System.Text;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <param name="Field">The name among the problem's <c>errors</c>.</param>
internal sealed record BadBody(int Status, string Field, byte[] Body, string ContentType = "application/json")
{
    public BadBody(int status, string field, string body, string contentType = "application/json")
        : this(status, field, Encoding.UTF8.GetBytes(body), contentType)
    {
    }
}

/// <summary>Bodies that no submission may get away with, by name.</summary>
internal static class BadSubmission
{
    private const int JustAbove64KiB = (64 * 1024) + 1;

    public static IReadOnlyDictionary<string, BadBody> All { get; } = new Dictionary<string, BadBody>
    {
        ["no JSON"] = new(400, "body", "hello"),
        ["empty"] = new(400, "body", ""),
        ["white space"] = new(400, "body", "  \r\n "),
        ["an array"] = new(400, "body", "[]"),
        ["a string"] = new(400, "body", "\"answers\""),
        ["a number"] = new(400, "body", "5"),
        ["null"] = new(400, "body", "null"),
        ["cut short"] = new(400, "body", """{"answers":{"localAuthority":"813" """),
        ["two documents"] = new(400, "body", """{"answers":{"localAuthority":"813"}} {}"""),
        ["a comment"] = new(400, "body", """{"answers":{"localAuthority":"813"} /* why not */}"""),
        ["a trailing comma"] = new(400, "body", """{"answers":{"localAuthority":"813",}}"""),
        ["a byte that is no UTF-8"] = new(400, "body", Latin1("""{"answers":{"localAuthority":"813","comments":"naïve"}}""")),
        ["10,000 levels deep"] = new(400, "body", $$$"""{"answers":{"comments":{{{new string('[', 10_000)}}}{{{new string(']', 10_000)}}}}}"""),
        ["10,000 levels deep and never closed"] = new(400, "body", $$$"""{"answers":{{{new string('[', 10_000)}}}"""),
        ["answers twice"] = new(400, "body", """{"answers":{"localAuthority":"813"},"answers":{"localAuthority":"812"}}"""),
        ["a question twice"] = new(400, "body", """{"answers":{"localAuthority":"813","localAuthority":"812"}}"""),
        ["a question twice, once escaped"] = new(400, "body", """{"answers":{"localAuthority":"813","local\u0041uthority":"812"}}"""),

        ["no answers"] = new(400, "answers", "{}"),
        ["an unknown field"] = new(400, "extra", """{"answers":{"localAuthority":"813"},"extra":1}"""),
        ["a field in other letters"] = new(400, "Answers", """{"Answers":{"localAuthority":"813"}}"""),
        ["a field with half a surrogate pair for a name"] = new(400, "body", """{"answers":{"localAuthority":"813"},"\ud800":1}"""),
        ["a field with a name of 10,000 letters"] = new(400, new string('a', 100), $$$"""{"answers":{"localAuthority":"813"},"{{{new string('a', 10_000)}}}":1}"""),
        ["answers null"] = new(422, "answers", """{"answers":null}"""),
        ["answers an array"] = new(422, "answers", """{"answers":[{"localAuthority":"813"}]}"""),
        ["answers a string"] = new(422, "answers", """{"answers":"{}"}"""),
        ["answers a number"] = new(422, "answers", """{"answers":1}"""),

        ["no authority"] = new(422, "localAuthority", """{"answers":{}}"""),
        ["the authority null"] = new(422, "localAuthority", """{"answers":{"localAuthority":null}}"""),
        ["an unknown authority"] = Answer("localAuthority", "\"999\""),
        ["the authority a number"] = Answer("localAuthority", "813"),
        ["the authority in a list"] = Answer("localAuthority", "[\"813\"]"),
        ["the authority half a surrogate pair"] = Answer("localAuthority", "\"\\ud800\""),
        ["the authority empty"] = Answer("localAuthority", "\"\""),
        ["the authority two"] = Answer("localAuthority", "\"813,812\""),
        ["the authority a path"] = Answer("localAuthority", "\"../813\""),

        ["an unknown question"] = Answer("shoeSize", "44"),
        ["a question with a name of 10,000 letters"] = new(422, new string('a', 100), $$$"""{"answers":{"localAuthority":"813","{{{new string('a', 10_000)}}}":1}}"""),
        ["a question with an empty name"] = Answer("", "1"),
        ["a question with half a surrogate pair for a name"] = new(400, "body", """{"answers":{"localAuthority":"813","\udc00":1}}"""),
        ["an unknown option"] = Answer("phase", "\"nursey\""),
        ["an option in other letters"] = Answer("phase", "\"PRIMARY\""),
        ["an option by number"] = Answer("phase", "0"),
        ["an option in a list"] = Answer("phase", "[\"primary\"]"),
        ["an option as true"] = Answer("seniorLeadershipTeam", "true"),
        ["an option as an object"] = Answer("phase", "{\"id\":\"primary\"}"),
        ["an option half a surrogate pair"] = Answer("phase", "\"\\ud800\""),
        ["several as text"] = Answer("roles", "\"sencoOnly\""),
        ["several of none"] = Answer("roles", "[]"),
        ["several with an unknown one"] = Answer("roles", "[\"sencoOnly\",\"caretaker\"]"),
        ["several with one twice"] = Answer("roles", "[\"other\",\"other\"]"),
        ["several with a number"] = Answer("roles", "[\"other\",1]"),
        ["several with null"] = Answer("roles", "[\"other\",null]"),
        ["several in a list in a list"] = Answer("roles", "[[\"other\"]]"),
        ["several as an object"] = Answer("roles", "{\"0\":\"other\"}"),

        ["a number as text"] = Answer("hoursAllocated", "\"3\""),
        ["a number as true"] = Answer("hoursAllocated", "true"),
        ["a number in a list"] = Answer("hoursAllocated", "[3]"),
        ["a number as an object"] = Answer("hoursAllocated", "{}"),
        ["a negative number"] = Answer("hoursAllocated", "-0.25"),
        ["a number just above the maximum"] = Answer("hoursAllocated", "60.25"),
        ["a number far above the maximum"] = Answer("senSupport", "2147483648"),
        ["a tenth of an hour"] = Answer("hoursAllocated", "0.1"),
        ["nearly a quarter of an hour"] = Answer("hoursAllocated", "0.2500001"),
        ["half a pupil"] = Answer("senSupport", "0.5"),
        ["a number of 300 digits"] = Answer("senSupport", new string('9', 300)),
        ["a number with 300 decimals"] = Answer("hoursAllocated", $"1.{new string('0', 299)}1"),
        ["1e400"] = Answer("hoursAllocated", "1e400"),
        ["1e-30"] = Answer("hoursAllocated", "1e-30"),
        ["1e99999999999"] = Answer("hoursAllocated", "1e99999999999"),
        ["NaN"] = new(400, "body", """{"answers":{"localAuthority":"813","hoursAllocated":NaN}}"""),
        ["Infinity"] = new(400, "body", """{"answers":{"localAuthority":"813","hoursAllocated":Infinity}}"""),
        ["-Infinity"] = new(400, "body", """{"answers":{"localAuthority":"813","hoursAllocated":-Infinity}}"""),
        ["NaN as text"] = Answer("hoursAllocated", "\"NaN\""),
        ["a hexadecimal number"] = new(400, "body", """{"answers":{"localAuthority":"813","hoursAllocated":0x10}}"""),
        ["a number with a leading zero"] = new(400, "body", """{"answers":{"localAuthority":"813","hoursAllocated":03}}"""),
        ["a sum that is wrong"] = new(422, "totalSend", """{"answers":{"localAuthority":"813","senSupport":2,"ehcp":1,"totalSend":4}}"""),
        ["a sum of which a part is missing"] = new(422, "totalSend", """{"answers":{"localAuthority":"813","senSupport":2,"totalSend":2}}"""),

        ["text as a number"] = Answer("comments", "1"),
        ["text in a list"] = Answer("comments", "[\"a\"]"),
        ["text as an object"] = Answer("comments", "{}"),
        ["text as false"] = Answer("comments", "false"),
        ["text of 2,001 characters"] = Answer("comments", $"\"{new string('a', 2001)}\""),
        ["text with half a surrogate pair"] = Answer("comments", "\"good \\ud83d bad\""),
        ["text with the other half"] = Answer("comments", "\"good \\ude00 bad\""),

        ["an inapplicable question"] = new(422, "leaveRoleWithin", """{"answers":{"localAuthority":"813","inRoleInFiveYears":"yes","leaveRoleWithin":"oneYear"}}"""),
        ["a question that applies after one that is unanswered"] = new(422, "mainReasonForLeaving", """{"answers":{"localAuthority":"813","mainReasonForLeaving":"workload"}}"""),

        ["just above 64 KiB"] = new(413, "body", """{"answers":{"localAuthority":"813"}}""".PadRight(JustAbove64KiB)),
        ["65 KiB of text"] = new(413, "body", $$$"""{"answers":{"localAuthority":"813","comments":"{{{new string('a', 65 * 1024)}}}"}}"""),
        ["1 MiB of nothing"] = new(413, "body", new byte[1024 * 1024]),

        ["declared as text"] = Typed("text/plain"),
        ["declared as a form"] = Typed("application/x-www-form-urlencoded"),
        ["declared as XML"] = Typed("application/xml"),
        ["declared as another JSON"] = Typed("application/merge-patch+json"),
        ["declared as nothing"] = Typed(""),
        ["declared as nonsense"] = Typed("json"),
        ["declared as Latin-1"] = Typed("application/json; charset=iso-8859-1"),
        ["declared as latin1"] = Typed("application/json; charset=latin1"),
        ["declared as UTF-16"] = Typed("application/json; charset=utf-16"),
    };

    private static BadBody Answer(string question, string json) =>
        new(422, question, question == "localAuthority" ? $$$"""{"answers":{"localAuthority":{{{json}}}}}""" : $$$"""{"answers":{"localAuthority":"813","{{{question}}}":{{{json}}}}}""");

    private static BadBody Typed(string contentType) => new(415, "Content-Type", """{"answers":{"localAuthority":"813"}}""", contentType);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
