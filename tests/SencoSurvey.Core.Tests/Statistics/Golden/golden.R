# Writes golden.json, the figures that the product's statistics are held to. Made again with base R alone (it was made with R 4.2.2):
#
#     Rscript tests/SencoSurvey.Core.Tests/Statistics/Golden/golden.R
#
# All data are synthetic, drawn from a fixed seed, but for the rows of North Lincolnshire in 2016, which stand in the repository.
# R's own functions give: mean, sd, quantile(type = 7), cor.test (Pearson with Fisher's interval), cor (Spearman, Kendall's tau-b),
# prop.test (Wilson), chisq.test, pbinom and dbinom (the median's ranks). Base R has none for Wilson in a finite population, Newcombe's intervals, Cramer's V
# and post-stratification: those are written here from their papers, in another form than the product's. There Wilson's bounds are the roots of the score
# equation (p - t)^2 = k t(1 - t), with k = z^2/n, and the smaller root comes from the product of both, so that nothing cancels.

RNGversion("4.0.0")
set.seed(20260901)
z <- 1.96 # What the product uses for proportions; correlations use qnorm(0.975), as cor.test does.

arguments <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", arguments, value = TRUE))))
repository <- file.path(here, "..", "..", "..", "..")

# ---- JSON, at full precision ----

number <- function(x) if (length(x) == 0 || is.na(x)) "null" else sprintf("%.17g", x)
text <- function(x) if (is.na(x)) "null" else paste0("\"", x, "\"")
list_of <- function(x, write) paste0("[", paste(vapply(x, write, ""), collapse = ","), "]")
object <- function(...) { members <- c(...); paste0("{", paste0("\"", names(members), "\":", members, collapse = ","), "}") }
rows <- function(x) paste0("[\n", paste(x, collapse = ",\n"), "\n]")

# ---- Numbers: written as fractions, as tallies hold them; NA is a missing answer ----

value <- function(fractions) vapply(strsplit(fractions, "/"), function(parts) {
  parts <- as.numeric(parts)
  if (length(parts) == 2) parts[1] / parts[2] else parts[1]
}, 0)
quarters <- function(counts) ifelse(is.na(counts), NA, paste0(counts, "/4"))
some_missing <- function(x, share) { x[sample(length(x), floor(length(x) * share))] <- NA; x }

median_ranks <- function(n) { # The widest rank that leaves at most 2.5% on its side.
  rank <- sum(pbinom(0:n, n, 0.5) <= 0.025)
  c(lower = rank, upper = n + 1 - rank, coverage = if (rank == 0) NA else sum(dbinom(rank:(n - rank), n, 0.5)))
}
median_interval <- function(sorted) {
  ranks <- median_ranks(length(sorted))
  if (ranks["lower"] == 0) return("null")
  object(lowerRank = number(ranks["lower"]), upperRank = number(ranks["upper"]), lower = number(sorted[ranks["lower"]]), upper = number(sorted[ranks["upper"]]),
         coverage = number(ranks["coverage"]))
}

numbers <- function(name, fractions) {
  given <- sort(value(fractions[!is.na(fractions)]))
  n <- length(given)
  summary <- if (n == 0) "null" else {
    q <- quantile(given, c(0.1, 0.25, 0.5, 0.75, 0.9), type = 7, names = FALSE)
    object(n = number(n), total = number(sum(given)), mean = number(mean(given)), sd = number(if (n > 1) sd(given) else NA), min = number(given[1]),
           p10 = number(q[1]), q1 = number(q[2]), median = number(q[3]), q3 = number(q[4]), p90 = number(q[5]), max = number(given[n]))
  }
  object(name = text(name), values = list_of(fractions, text), summary = summary, medianInterval = median_interval(given))
}

pairs <- function(name, x, y) {
  both <- !is.na(x) & !is.na(y)
  a <- value(x[both]); b <- value(y[both]); n <- sum(both)
  found <- if (length(unique(a)) < 2 || length(unique(b)) < 2) "null" else {
    r <- cor(a, b)
    interval <- if (n < 4 || abs(r) == 1) c(NA, NA) else cor.test(a, b)$conf.int
    object(n = number(n), pearson = number(r), pearsonLower = number(interval[1]), pearsonUpper = number(interval[2]),
           spearman = number(cor(a, b, method = "spearman")), kendall = number(cor(a, b, method = "kendall")))
  }
  object(name = text(name), x = list_of(x, text), y = list_of(y, text), found = found)
}

published <- read.csv(file.path(repository, "functions", "SencoSurvey.LocalHost", "Demonstration", "north-lincolnshire-2016.csv"))
hours <- quarters(published$hoursAllocated * 4)
pupils <- published$senSupport + published$ehcp

national <- 2000
national_pupils <- rnbinom(national, mu = 52, size = 2.2)
national_hours <- pmin(160, rpois(national, lambda = 14 + 0.35 * national_pupils) * rbinom(national, 1, 0.93))
national_pupils_text <- some_missing(as.character(national_pupils), 0.06)
national_hours_text <- some_missing(quarters(national_hours), 0.11)
ratio_text <- ifelse(national_pupils == 0, NA, paste0(15 * national_hours, "/", national_pupils))[1:400]
half <- as.character(sample(0:40, 60, replace = TRUE))

number_sets <- c(
  numbers("no answer", character(0)),
  numbers("all missing", rep(NA_character_, 12)),
  numbers("one", "13/4"),
  numbers("two", c("1", "2")),
  numbers("five, too few for the median's interval", c("3", "1", "4", "1", "5")),
  numbers("six, the first with the median's interval", c("3", "1", "4", "1", "5", "9")),
  numbers("all equal", rep("39/4", 30)),
  numbers("ties", as.character(sample(1:4, 75, replace = TRUE))),
  numbers("extremes", c(rep("0", 40), "1000000", "999999999", "1/4")),
  numbers("thirds and sevenths", paste0(sample(0:99, 41, replace = TRUE), "/", rep(c(3, 7), length.out = 41))),
  numbers("many missing", some_missing(half, 0.7)),
  numbers("national hours", national_hours_text),
  numbers("national pupils", national_pupils_text),
  numbers("national minutes for each pupil", ratio_text),
  numbers("North Lincolnshire 2016, hours", hours),
  numbers("North Lincolnshire 2016, pupils", as.character(pupils)),
  numbers("North Lincolnshire 2016, minutes for each pupil", paste0(published$hoursAllocated * 60, "/", pupils)))

pair_sets <- c(
  pairs("no answer", character(0), character(0)),
  pairs("one", "1", "2"),
  pairs("two", c("1", "2"), c("3", "7")),
  pairs("three", c("1", "2", "3"), c("1", "3", "2")),
  pairs("four", c("1", "2", "3", "4"), c("1", "3", "2", "4")),
  pairs("all equal", rep("5", 9), as.character(1:9)),
  pairs("ties", as.character(sample(1:4, 60, replace = TRUE)), as.character(sample(1:3, 60, replace = TRUE))),
  pairs("extremes", c("0", "0", "1", "100", "1000000"), c("60", "239/4", "40", "1/4", "0")),
  pairs("nearly a line", as.character(1:50), c(paste0(4 * (1:49) + sample(0:1, 49, replace = TRUE), "/4"), "12")),
  pairs("many missing", some_missing(half, 0.6), some_missing(quarters(sample(0:160, 60)), 0.6)),
  pairs("national", national_pupils_text, national_hours_text),
  pairs("North Lincolnshire 2016, pupils and hours", as.character(pupils), hours),
  pairs("North Lincolnshire 2016, plans and hours", as.character(published$ehcp), hours))

ranks <- vapply(c(0:60, 100, 101, 999, 1000, 1940, 2000, 24453), function(n) {
  found <- median_ranks(n)
  object(n = number(n), lowerRank = number(found["lower"]), coverage = number(found["coverage"]))
}, "")

# ---- Proportions ----

confidence <- 1 - 2 * pnorm(-z) # The level at which prop.test uses z.
score <- function(p, k) {
  upper <- (2 * p + k + sqrt((2 * p + k)^2 - 4 * (1 + k) * p^2)) / (2 * (1 + k))
  c(if (p == 0) 0 else p^2 / ((1 + k) * upper), min(1, upper))
}
wilson <- function(count, total) score(count / total, z^2 / total)

counts <- rbind(
  c(0, 1), c(1, 1), c(1, 2), c(0, 5), c(3, 5), c(5, 10), c(8, 10), c(15, 30), c(13, 21), c(6, 21), c(1436, 1940), c(582, 1940), c(285, 582),
  c(0, 2000), c(1, 2000), c(2000, 2000), c(12345, 24453))
proportions <- apply(counts, 1, function(row) {
  interval <- suppressWarnings(prop.test(row[1], row[2], conf.level = confidence, correct = FALSE))$conf.int
  object(count = number(row[1]), total = number(row[2]), lower = number(interval[1]), upper = number(interval[2]))
})

# O'Neill 2021: the population's share has the variance t(1 - t)/n (N - n)/(N - 1).
drawn <- rbind(
  c(0, 1, 1), c(1, 1, 2), c(13, 21, 81), c(13, 21, 21), c(0, 10, 12), c(10, 10, 12), c(5, 10, 11), c(6, 21, 22), c(1436, 1940, 24453), c(285, 582, 583), c(1, 2000, 24453), c(120, 120, 120))
finite <- apply(drawn, 1, function(row) {
  interval <- if (row[2] == row[3]) rep(row[1] / row[2], 2) else score(row[1] / row[2], z^2 / row[2] * (row[3] - row[2]) / (row[3] - 1))
  object(count = number(row[1]), total = number(row[2]), population = number(row[3]), lower = number(interval[1]), upper = number(interval[2]))
})

# Newcombe 1998, Stat Med 17:873-890 and 17:2635-2650, method 10 of each.
square_and_add <- function(p, a, q, b, phi) {
  lower <- c(p - a[1], b[2] - q); upper <- c(a[2] - p, q - b[1])
  m <- matrix(c(1, -phi, -phi, 1), 2)
  c(p - q, p - q - sqrt(max(0, drop(lower %*% m %*% lower))), p - q + sqrt(max(0, drop(upper %*% m %*% upper))))
}

groups <- rbind(
  c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20), c(0, 10, 0, 10), c(10, 10, 0, 20), c(10, 10, 0, 10),
  c(1, 1, 0, 1), c(13, 21, 1436, 1940), c(7, 300, 9, 310), c(1000, 2000, 1000, 2000), c(12, 40, 3, 10))
independent <- apply(groups, 1, function(row) {
  found <- square_and_add(row[1] / row[2], wilson(row[1], row[2]), row[3] / row[4], wilson(row[3], row[4]), 0)
  object(count = number(row[1]), total = number(row[2]), otherCount = number(row[3]), otherTotal = number(row[4]),
         difference = number(found[1]), lower = number(found[2]), upper = number(found[3]))
})

tables <- rbind(
  c(1, 1, 7, 12), c(59, 6, 16, 80), c(36, 12, 2, 0), c(36, 14, 0, 0), c(212, 144, 256, 707), c(20, 0, 0, 30), c(0, 20, 30, 0), c(5, 5, 5, 5), c(6, 4, 4, 6),
  c(10, 0, 0, 0), c(0, 0, 0, 1), c(1, 0, 0, 1), c(300, 100, 160, 1440))
paired <- apply(tables, 1, function(row) {
  e <- row[1]; f <- row[2]; g <- row[3]; h <- row[4]; n <- sum(row)
  margins <- c(e + f, g + h, e + g, f + h)
  numerator <- e * h - f * g
  if (numerator > 0) numerator <- max(0, numerator - n / 2)
  phi <- if (any(margins == 0)) 0 else numerator / sqrt(prod(margins))
  found <- square_and_add((e + f) / n, wilson(e + f, n), (e + g) / n, wilson(e + g, n), phi)
  object(both = number(e), onlyFirst = number(f), onlySecond = number(g), neither = number(h),
         difference = number(found[1]), lower = number(found[2]), upper = number(found[3]))
})

# ---- Two questions with options ----

association <- function(name, table) {
  kept <- table[rowSums(table) > 0, colSums(table) > 0, drop = FALSE]
  found <- if (nrow(kept) < 2 || ncol(kept) < 2) "null" else {
    test <- suppressWarnings(chisq.test(kept, correct = FALSE))
    statistic <- unname(test$statistic)
    object(n = number(sum(kept)), chiSquared = number(statistic), degreesOfFreedom = number(unname(test$parameter)), p = number(test$p.value),
           cramersV = number(sqrt(statistic / (sum(kept) * (min(dim(kept)) - 1)))), smallestExpected = number(min(test$expected)),
           underFive = number(mean(test$expected < 5)))
  }
  object(name = text(name), table = list_of(seq_len(nrow(table)), function(i) list_of(table[i, ], number)), found = found)
}

big <- matrix(rmultinom(1, 2000, outer(c(0.6, 0.2, 0.15, 0.05), c(0.3, 0.3, 0.2, 0.15, 0.05)) * runif(20, 0.6, 1.4)), 4)
associations <- c(
  association("no answer", matrix(0, 2, 3)),
  association("one row", matrix(c(3, 0, 4, 0, 5, 0), 2)),
  association("two by two", matrix(c(12, 5, 7, 16), 2)),
  association("independent", matrix(c(10, 20, 30, 20, 40, 60), 3)),
  association("one tells the other", diag(c(8, 9, 10))),
  association("one each", diag(2)),
  association("a row and a column of zeros", rbind(c(12, 0, 5), c(0, 0, 0), c(7, 0, 16))),
  association("sparse", rbind(c(1, 0, 4, 2), c(0, 3, 1, 0), c(2, 2, 0, 5))),
  association("national", big),
  association("national, far from chance", rbind(c(700, 300), c(250, 750))))

# ---- Post-stratification ----

weighting <- function(population, respondents, count) {
  w <- rep(population / respondents, respondents) # Of each respondent, one by one.
  w <- w / mean(w)
  has <- unlist(mapply(function(n, k) rep(c(1, 0), c(k, n - k)), respondents, count, SIMPLIFY = FALSE))
  share <- min(1, weighted.mean(has, w)); effective <- sum(w)^2 / sum(w^2)
  interval <- score(share, z^2 / effective)
  object(populations = list_of(population, number), respondents = list_of(respondents, number), counts = list_of(count, number),
         weights = list_of(population / respondents * sum(respondents) / sum(population), number), effectiveBase = number(effective),
         share = number(share), lower = number(interval[1]), upper = number(interval[2]))
}

weightings <- c(
  weighting(100, 10, 4),
  weighting(c(16800, 3500, 1050), c(1200, 600, 140), c(900, 300, 70)),
  weighting(c(16800, 3500, 1050), c(1, 1, 1), c(1, 0, 0)),
  weighting(c(30, 50, 20), c(30, 50, 20), c(10, 20, 5)),
  weighting(c(61, 13, 4, 3), c(15, 2, 3, 1), c(0, 0, 0, 0)),
  weighting(c(61, 13, 4, 3), c(15, 2, 3, 1), c(15, 2, 3, 1)),
  weighting(c(20000, 1), c(10, 300), c(3, 299)))

writeLines(object(numbers = rows(number_sets), pairs = rows(pair_sets), medianRanks = rows(ranks), proportions = rows(proportions), finite = rows(finite), independent = rows(independent),
                  paired = rows(paired), associations = rows(associations), weightings = rows(weightings)),
           file.path(here, "golden.json"))
