using System.Text.RegularExpressions;

namespace SencoSurvey.Core.Geography;

/// <summary>
/// A school group that has a round of its own: a multi-academy trust, a federation, or any other. It cuts across authorities, and of places that cut across each other a few people can be told by
/// subtraction; so in its round it takes the place of all of them.
/// </summary>
/// <param name="Id">As in addresses, see <see cref="Rule"/>: for example the group's id in Get Information about Schools, in small letters.</param>
/// <param name="Name">As reports are headed by; 1 to 100 characters.</param>
public sealed partial record Trust(string Id, string Name)
{
    [GeneratedRegex(@"^[a-z0-9-]{1,20}\z")]
    public static partial Regex Rule();

    /// <summary>What all of its answers are counted under, from whichever authority they came.</summary>
    public LocalAuthority AsPlace() => new(Scope.Of(this).Id, Gss: "", Name, new Region(Code: "", Name));
}
