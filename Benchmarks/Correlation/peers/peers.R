# Times what a user of R would run, on the diary in the file that is the first argument.
# Kendall's tau in R takes the square of the number of days, so it is left out of long diaries.
arguments <- commandArgs(TRUE)
diary <- read.csv(arguments[1])
seconds <- as.numeric(arguments[2])
load <- diary$load
pain <- diary$pain
n <- length(load)

profile <- function() {
  for (lag in -7:14) {
    days <- seq_len(n)
    days <- days[days + lag >= 1 & days + lag <= n]
    days <- days[!is.na(load[days]) & !is.na(pain[days + lag])]
    x <- load[days]
    y <- pain[days + lag]
    cor(x, y)
    cor(x, y, method = "spearman")
    if (n < 2000) cor(x, y, method = "kendall")
    for (sides in list(list(x, y), list(rank(x), rank(y)))) {
      a <- rep(NA_real_, n)
      b <- a
      a[days] <- sides[[1]]
      b[days] <- sides[[2]]
      longest <- length(days) %/% 5
      r <- acf(a, longest, plot = FALSE, na.action = na.pass)$acf[-1] *
        acf(b, longest, plot = FALSE, na.action = na.pass)$acf[-1]
      size <- 1 / (1 / length(days) + 2 / length(days) * sum(r))
    }
  }
}

effects <- function() {
  mean_before <- function(v, t) mean(v[max(1, t - 7):(t - 1)], na.rm = TRUE)
  rows <- 3:n
  rows <- rows[!is.na(load[rows]) & !is.na(load[rows - 1]) & !is.na(load[rows - 2]) & !is.na(pain[rows])]
  weekday <- factor((rows - 1) %% 7)
  past_pain <- vapply(rows, function(t) mean_before(pain, t), 0)
  past_pain[is.nan(past_pain)] <- pain[rows][is.nan(past_pain)]
  known <- cumsum(!is.na(pain))
  last <- c(NA, pain[!is.na(pain)])[known + 1]
  last[is.na(last)] <- mean(pain, na.rm = TRUE)
  controls <- model.matrix(~ pain[rows] + past_pain + load[rows - 1] +
    vapply(rows, function(t) mean_before(load, t), 0) + last[rows - 1] + load[rows - 2] + I(rows / n) + weekday)
  for (lag in 1:14) {
    keep <- rows + lag <= n & !is.na(pain[pmin(rows + lag, n)])
    z <- cbind(load[rows[keep]], controls[keep, ])
    fit <- lm.fit(z, pain[rows[keep] + lag])
    inverse <- chol2inv(fit$qr$qr[1:15, 1:15])
    leverage <- rowSums(qr.Q(fit$qr)^2)
    meat <- crossprod(z * (fit$residuals / (1 - leverage)))
    se <- sqrt((inverse %*% meat %*% inverse)[1, 1])
    2 * pt(-abs(fit$coefficients[1] / se), fit$df.residual)
  }
}

shortest_time <- function(body) {
  times <- c()
  while (length(times) < 3 || sum(times) < seconds) {
    times <- c(times, system.time(body(), gcFirst = FALSE)[["elapsed"]])
    if (sum(times) > 60) break
  }
  1000 * min(times)
}
cat(sprintf('{"profile_ms": %.4f, "effects_ms": %.4f}\n', shortest_time(profile), shortest_time(effects)))
