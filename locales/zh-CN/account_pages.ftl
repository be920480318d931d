# 登录以及自己帐户的页面。

## 登录

account-sign-in-partner-center = 登录合作伙伴中心
account-sign-in-admin-center = 登录管理中心
account-sign-in-back-office = 登录运营商后台
account-for-partners = 供云服务经销商使用工作帐户登录。
account-for-customers = 供使用服务的公司以工作帐户登录。
account-for-operator = 仅限运营商员工。
account-name = 登录名
account-password = 密码
account-show-password = 显示密码
account-hide-password = 隐藏密码
account-not-signed-in = 尚未登录
account-sign-in-help = 登录帮助
account-welcome = 关于此门户
account-somebody-else = 使用其他帐户登录
done-signed-out = 您已注销。

## 输入密码之后的步骤

account-step-taken = 此步骤已完成
account-step-taken-text = 您可能已在另一个窗口中完成此步骤。
account-first-password = 设置您自己的密码
account-first-password-text = 您收到的临时密码只能使用这一次。
account-enter-code = 输入验证码
account-enter-code-text = 您的帐户受双重验证保护。
account-code = 验证码
account-code-help = 身份验证应用当前显示的六位数字。
account-check-code = 验证
account-use-recovery = 我手边没有身份验证应用
account-recovery-code = 恢复代码
account-recovery-code-help = 设置双重验证时保存的代码之一，每个只能使用一次。
account-enrol-text = 管理员必须使用双重验证。请先完成设置，然后继续。

## 密码

account-change-password = 更改密码
account-change-password-text = 更改密码后，您的其他会话会结束，当前会话不受影响。
account-current-password = 当前密码
account-new-password = 新密码
account-repeat-password = 再次输入新密码
account-password-rules = 8 到 16 个字符，至少包含小写字母、大写字母、数字、符号中的三种，不能包含您的用户名。
account-set-password = 更改密码
account-password-not-changed = 密码未更改
done-password-changed = 密码已更改，您的其他会话已结束。

## 双重验证

account-second-factor = 双重验证
account-second-factor-text = 输入密码后，还需输入手机应用中的验证码。即使密码被盗，他人也无法登录。
account-second-factor-is-on = 已开启
account-second-factor-is-off = 未开启
account-second-factor-on-now = 双重验证已开启。
account-second-factor-not-on = 双重验证未能开启
account-second-factor-still-on = 双重验证未能关闭
account-second-factor-required = 管理员必须保留双重验证。
account-set-up = 设置双重验证
account-switch-on = 开启
account-switch-off = 关闭双重验证
account-switch-off-text = 关闭后只需密码即可登录，恢复代码将失效。
account-scan = 使用手机上的身份验证应用扫描此图片。
account-qr = 二维码，内容为第 2 步中的密钥
account-open-authenticator = 在此设备上打开身份验证应用
account-secret = 或者在应用中输入此密钥。
account-confirm = 输入应用显示的验证码。
account-recovery-codes = 恢复代码
account-codes-left = { $count ->
   *[other] 剩余 { $count } 个
}
account-codes-text = 没有身份验证应用时，每个代码可用于登录一次。代码仅在此时显示：请打印此页，或保存到密码管理器中。
account-codes-stored = 我已保存这些代码
done-second-factor-off = 双重验证已关闭。

## 帐户

account-title = 您的帐户
account-text = 您的身份信息和使用偏好。
account-person = 姓名
account-company = 公司
account-roles = 角色
account-settings = 设置
account-settings-not-saved = 设置未保存
account-language = 语言
account-language-browser = 跟随浏览器
account-theme = 外观
account-theme-system = 跟随系统
account-theme-light = 浅色
account-theme-dark = 深色
account-theme-contrast = 高对比度
account-shortcuts = 单键快捷键
account-shortcuts-help = 按“?”显示快捷键，按“/”转到搜索框。
done-settings-saved = 设置已保存。

## 会话

account-sessions = 您的会话
account-sessions-text = 您当前登录的位置。请结束不认识的会话，然后更改密码。
account-device = 设备
account-browser-on = { $system } 上的 { $browser }
account-unknown-device = 未知设备
account-address = 网络地址
account-since = 登录时间
account-last-use = 上次使用
account-this-session = 当前会话
account-end = 结束
account-end-session = 结束会话：{ $device }
account-end-others = 结束所有其他会话
account-session-not-ended = 会话未结束
done-session-ended = 会话已结束。
done-sessions-ended = 您的所有其他会话已结束。

## 权限

account-rights = 您可以做什么
account-rights-text = 取决于您的角色。用户的两项设置合并计算。
account-may-not = 您不能做什么
account-action = 操作
account-who-could = 允许此操作的角色
account-nobody = 无
