namespace SencoSurvey.Web.Emails;

/// <summary>Mail programs know inline styles best, so what repeats stands here: the light colours. The dark ones are <c>EmailDarkStyles.razor</c>'s, by class.</summary>
internal static class EmailStyles
{
    public const string Purple = "#84549b";
    public const string PurpleMiddle = "#b48fc6";
    public const string PurplePale = "#dcc9e6";
    public const string Track = "#efeaf3";

    public const string Section = $"{Face};font-size:20px;line-height:26px;font-weight:bold;color:#4a2359;padding:28px 0 8px";
    public const string SmallSection = $"{Face};font-size:16px;line-height:22px;font-weight:bold;color:#4a2359;padding:24px 0 6px";
    public const string Label = $"{Face};font-size:16px;line-height:22px;font-weight:bold;color:#1f1a24;text-align:left";
    public const string Value = $"{Face};font-size:28px;line-height:32px;font-weight:bold;color:#4a2359;text-align:right;white-space:nowrap";
    public const string Body = $"{Face};font-size:16px;line-height:24px;color:#1f1a24";
    public const string Quiet = $"{Small};overflow-wrap:anywhere;word-break:break-word";

    /// <summary>Of a table: its columns become no narrower than their words.</summary>
    public const string Head = Small;
    public const string NumberHead = $"{Head};{Number}";
    public const string NumberCell = $"{Cell};{Number}";
    public const string Cell = $"{Face};font-size:15px;line-height:20px;color:#1f1a24;border-top:1px solid #ddd3e4;padding:6px 0;vertical-align:top";
    public const string OnDark = $"{Face};color:#ffffff";

    /// <summary>Numbers stand under each other, and apart from the column before.</summary>
    private const string Number = "text-align:right;padding-left:12px";

    private const string Small = $"{Face};font-size:14px;line-height:20px;color:#564d60";
    private const string Face = "margin:0;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
}
