# Charts of the bill.

spend-heading = 支出与席位
spend-title = 按月份和服务的支出（元，含税）
spend-text = { $day }：{ $amount }（含税）。
spend-others = 其他全部
spend-seats-title = 每月预付的席位
spend-seats-text = { $day }：预付 { $seats } 个席位。
spend-none = 首份帐单出具后，此处将显示图表。
